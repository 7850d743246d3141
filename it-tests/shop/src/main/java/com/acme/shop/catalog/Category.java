package com.acme.shop.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A department (level 1), an aisle in it (2) or a shelf in an aisle (3).
 *
 * @param parentId null for a department
 */
public record Category(long id, @Nullable Long parentId, int level, String name) {}
