@NullMarked
package com.acme.shop.recommendation;

import org.jspecify.annotations.NullMarked;
