package dev.newsfan.source;

/**
 * Something that stands between the fan-out and a source's client and decides whether, when and how often the source is asked.
 *
 * <p>Policies are values of one type, so that they can be put around each other; {@link Policies} says which stand around
 * a source, and in which order.
 */
@FunctionalInterface
interface Policy {

    /**
     * The same source, asked under this policy.
     *
     * @param next what to ask: the source's client, or another policy around it
     */
    Ask around(Ask next);
}
