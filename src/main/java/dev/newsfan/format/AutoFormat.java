package dev.newsfan.format;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The default: finds out for each answer in which of the other formats it is, by its bytes; the content type counts only where they
 * tell nothing. It is no bean, as it is made of all the formats that are.
 */
final class AutoFormat implements Format {

    /** What the configuration calls it. */
    static final String NAME = "auto";

    private final List<Format> formats;

    /** @param formats in the order in which they are tried, without this one */
    AutoFormat(List<Format> formats) {
        this.formats = formats;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Anything: what is wrong with an answer, {@link #of} knows better. */
    @Override
    public boolean accepts(String mediaType) {
        return true;
    }

    @Override
    public String accept() {
        return "application/rss+xml, application/atom+xml, application/feed+json, application/json;q=0.9, "
                + "application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1";
    }

    @Override
    public Format of(Answer answer) {
        Outline outline = new OutlineReader(answer, this::isKnown).read();
        if (outline.shape() == Outline.Shape.MARKUP) {
            WebPage.of(answer).ifPresent(page -> {
                throw page.refusal();
            });
        }
        return formats.stream()
                .filter(format -> format.recognizes(outline))
                .findFirst()
                .orElseThrow(() -> unknown(outline));
    }

    private boolean isKnown(Outline outline) {
        for (Format format : formats) {
            if (format.recognizes(outline)) {
                return true;
            }
        }
        return false;
    }

    private FormatException unknown(Outline outline) {
        String found = outline.shape() == Outline.Shape.MARKUP
                ? "XML, but"
                : outline.shape() == Outline.Shape.OTHER ? "neither XML nor JSON, and" : "JSON, but";
        return new FormatException("its answer is " + found + " in none of the formats that are known: "
                + formats.stream().map(Format::name).collect(Collectors.joining(", ")));
    }

    @Override
    public List<String> parts(Answer index, int most) {
        return of(index).parts(index, most);
    }

    @Override
    public List<ParsedArticle> decode(Answer answer) {
        return of(answer).decode(answer);
    }
}
