@NullMarked
package com.acme.shop.database;

import org.jspecify.annotations.NullMarked;
