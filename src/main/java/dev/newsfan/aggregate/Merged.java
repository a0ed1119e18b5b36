package dev.newsfan.aggregate;

/**
 * What is made of the sources' articles for a query.
 *
 * @param duplicates how many articles gave way in the merge, before any filter or limit
 * @param articles those that are wanted, as they are written
 */
record Merged(int duplicates, WrittenArticles articles) {}
