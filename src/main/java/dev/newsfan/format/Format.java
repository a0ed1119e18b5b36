package dev.newsfan.format;

import java.util.List;
import java.util.Optional;

/**
 * How a source writes its answer. A new format is one new class: a CDI bean that implements this; its name can then stand
 * in a source's configuration.
 */
public interface Format {

    /** What the configuration calls it. */
    String name();

    /**
     * Whether an answer of this media type can be in this format.
     *
     * @param mediaType type and subtype in lower case, without parameters
     */
    boolean accepts(String mediaType);

    /**
     * Reads an answer.
     *
     * @param body not empty
     * @param contentType the whole Content-Type header, if there was one
     * @return what it says, one for each article, fit to print or not
     * @throws FormatException if the body is not in this format, saying why
     */
    List<ParsedArticle> decode(byte[] body, Optional<String> contentType);
}
