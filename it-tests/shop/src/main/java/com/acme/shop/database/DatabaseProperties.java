package com.acme.shop.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far away the database is.
 *
 * @param latency what each query takes on top of its own work; zero for none
 */
@ConfigurationProperties("shop.database")
record DatabaseProperties(@DefaultValue("0") Duration latency) {}
