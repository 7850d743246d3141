-- The same shop at each start: the random numbers below follow from this seed.
call rand(42);

-- Ten departments, ten aisles in each, ten shelves in each aisle.
insert into category
  select x, null, 1, 'Department ' || x from system_range(1, 10);
insert into category
  select x, (x - 11) / 10 + 1, 2, 'Aisle ' || x from system_range(11, 110);
insert into category
  select x, (x - 111) / 10 + 11, 3, 'Shelf ' || x from system_range(111, 1110);

-- Fifty products a shelf.
insert into product
  select x, mod(x, 1000) + 111, 'Product ' || x, 1 + mod(x * 37, 20000) / 100.0 from system_range(1, 50000);

-- 100,000 order lines over the last 90 days. floor(N ^ u), u uniform, is a popularity rank with P(rank) ~ 1 / rank:
-- Zipf's law with exponent 1. 7919 has no divisor in common with 50,000, so that each rank is one product, and the
-- best sellers lie scattered over the catalogue.
insert into order_line
  select x,
         mod(cast(floor(power(50000, rand())) as bigint) * 7919, 50000) + 1,
         1 + cast(floor(3 * rand()) as int),
         dateadd('second', -cast(floor(rand() * 90 * 86400) as bigint), localtimestamp)
  from system_range(1, 100000);
