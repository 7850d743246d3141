package com.acme.shop.database;

import java.util.SortedMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How many queries the database has had to answer since the start: what its owner would see. */
@RestController
class QueryController {

  private final QueryCounter queries;

  QueryController(QueryCounter queries) {
    this.queries = queries;
  }

  @GetMapping("/queries")
  Queries queries() {
    SortedMap<String, Long> byName = queries.counts();
    return new Queries(byName.values().stream().mapToLong(Long::longValue).sum(), byName);
  }

  record Queries(long total, SortedMap<String, Long> byName) {}
}
