create table category (
  id        bigint primary key,
  parent_id bigint references category,
  level     int          not null,
  name      varchar(100) not null
);

create table product (
  id          bigint primary key,
  category_id bigint         not null,
  name        varchar(100)   not null,
  price       decimal(10, 2) not null
);

create table order_line (
  id         bigint primary key,
  product_id bigint    not null,
  quantity   int       not null,
  ordered_at timestamp not null
);
