package com.acme.shop.database;

import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** H2 in memory, seen through the query counter. */
@Configuration
@EnableConfigurationProperties({DataSourceProperties.class, DatabaseProperties.class})
class DatabaseConfiguration {

  @Bean
  QueryCounter queryCounter(DatabaseProperties properties) {
    return new QueryCounter(properties);
  }

  @Bean
  DataSource dataSource(DataSourceProperties properties, QueryCounter queries) {
    DataSource h2 = properties.initializeDataSourceBuilder().build();
    return ProxyDataSourceBuilder.create(h2).listener(queries).build();
  }
}
