package com.acme.shop.catalog;

import java.math.BigDecimal;

/** What the shop sells. */
public record Product(long id, long categoryId, String name, BigDecimal price) {}
