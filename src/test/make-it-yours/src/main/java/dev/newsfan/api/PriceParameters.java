package dev.newsfan.api;

import dev.newsfan.aggregate.PriceQuery;
import dev.newsfan.http.BadParameterException;
import dev.newsfan.http.Parameters;
import java.util.List;
import java.util.Optional;

/** Reads the query parameters of a price comparison. */
final class PriceParameters {

    private static final String PRODUCT = "[A-Za-z0-9._-]{1,60}";

    private PriceParameters() {}

    /** @param knownSources the shops that can be asked, in their order; without {@code sources} all are */
    static PriceQuery prices(Parameters given, List<String> knownSources) throws BadParameterException {
        return new PriceQuery(product(given.value("product")), given.names("sources", "source", knownSources));
    }

    private static String product(Optional<String> given) throws BadParameterException {
        if (given.filter(product -> product.matches(PRODUCT)).isPresent()) {
            return given.get();
        }
        throw new BadParameterException(
                "product",
                "The parameter \"product\" is "
                        + given.map(product -> '"' + Parameters.echo(product) + '"')
                                .orElse("missing")
                        + "; allowed: 1 to 60 letters, digits, dots, dashes and underscores.");
    }
}
