@NullMarked
package com.acme.shop.catalog;

import org.jspecify.annotations.NullMarked;
