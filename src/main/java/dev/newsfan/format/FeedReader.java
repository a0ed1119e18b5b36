package dev.newsfan.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds a feed's items and what they say, in one pass. For one thread, and one feed. */
final class FeedReader {

    /** The elements that hold all others; channel does where somebody left out rss. */
    private static final Set<String> FEEDS = Set.of("rss", "rdf", "feed", "channel");

    private static final int NOWHERE = 0;

    /** How far below an item the elements of a media group stand. */
    private static final int DEPTH_OF_MEDIA = 3;

    private final XmlCursor xml;
    private final String text;
    private final String url;
    private final List<FeedItem> items = new ArrayList<>();
    private final XmlBases bases = new XmlBases();

    private boolean anyElement;
    private boolean atom;
    private boolean complete;
    private int feedDepth = NOWHERE;
    private int channelDepth = NOWHERE;
    private int itemDepth = NOWHERE;
    private FeedItem item = new FeedItem();

    /** The element whose content is being passed over; its end tells what it is. */
    private int partDepth = NOWHERE;

    private FeedPart part = FeedPart.NOTHING;
    private FeedText.Type partType = FeedText.Type.HTML;
    private boolean partIsLink;
    private int partStart;
    private String ownLink = "";

    /**
     * For a feed.
     *
     * @param url where it was found; empty if nobody knows
     */
    FeedReader(String text, String url) {
        this.text = text;
        this.url = url;
        this.xml = new XmlCursor(text);
    }

    /** @throws FormatException if there is no feed, or not the whole of it */
    void read() {
        while (!complete && xml.next()) {
            if (xml.isStart()) {
                start();
            } else {
                end();
            }
        }
        if (feedDepth == NOWHERE && anyElement) {
            throw new FormatException("its answer is not a feed that can be read: neither RSS nor Atom");
        }
        if (!complete) {
            throw new FormatException("its answer is not well-formed XML, or was cut off");
        }
    }

    List<FeedItem> items() {
        return items;
    }

    /** What links are relative to that have no {@code xml:base}: what the feed links to, or else where it was found. */
    String base() {
        return Links.base(ownLink, url);
    }

    private void start() {
        anyElement = true;
        if (partDepth != NOWHERE) {
            return;
        }
        if (xml.depth() == itemDepth + 1 && itemDepth != NOWHERE && isItem()) {
            // Whoever begins an item has ended the one before.
            xml.endAround(itemDepth);
            endItem();
        }
        if (xml.tagHolds("xml:base")) {
            bases.enter(xml.depth(), xml.attribute("xml:base"), base());
        }
        if (feedDepth == NOWHERE) {
            startFeed();
        } else if (itemDepth == NOWHERE) {
            startInFeed(xml.localName().toLowerCase(Locale.ROOT), xml.vocabulary());
        } else {
            startInItem();
        }
    }

    private void startFeed() {
        String name = xml.localName().toLowerCase(Locale.ROOT);
        if (FEEDS.contains(name)) {
            feedDepth = xml.depth();
            channelDepth = feedDepth;
            atom = name.equals("feed");
        }
    }

    private void startInFeed(String name, Vocabulary vocabulary) {
        if (!isOfFeeds(vocabulary)) {
            return;
        }
        switch (name) {
            case "channel" -> channelDepth = xml.depth();
            case "item", "entry" -> {
                itemDepth = xml.depth();
                item = new FeedItem();
                item.addLink(FeedPart.IDENTIFIER, xml.tagHolds("rdf:about") ? xml.attribute("rdf:about") : "");
            }
            case "link" -> {
                if (xml.depth() == channelDepth + 1 && (atom || vocabulary == Vocabulary.FEED)) {
                    startLink(FeedPart.LINK);
                }
            }
            default -> {}
        }
    }

    private void startInItem() {
        int below = xml.depth() - itemDepth;
        if (below > DEPTH_OF_MEDIA) {
            return;
        }
        Vocabulary vocabulary = xml.vocabulary();
        if (below > 1 && vocabulary != Vocabulary.MEDIA) {
            return;
        }
        FeedPart found = FeedPart.of(vocabulary, xml.localName(), atom);
        switch (found) {
            case NOTHING -> {}
            case LINK -> startLink(atom || vocabulary == Vocabulary.FEED ? found : FeedPart.LINK_OF_ANOTHER_TYPE);
            case IDENTIFIER, LINK_BEFORE_REDIRECTION -> startPart(found, true);
            case ENCLOSURE -> addLink(found, xml.attribute("url"));
            default -> startPart(found, false);
        }
    }

    /** A link is the text of RSS, or an attribute in Atom; either occurs in the other. */
    private void startLink(FeedPart found) {
        if (!xml.tagHolds("href")) {
            startPart(found, true);
            return;
        }
        String rel = xml.attribute("rel").toLowerCase(Locale.ROOT).strip();
        String type = xml.attribute("type").toLowerCase(Locale.ROOT);
        // It may be written as a URI (RFC 4287, section 4.2.7.2).
        boolean alternate = rel.isEmpty() || rel.endsWith("alternate");
        boolean page = type.isEmpty() || type.contains("html");
        if (alternate || rel.equals("enclosure")) {
            FeedPart kind = !alternate ? FeedPart.ENCLOSURE : page ? found : FeedPart.LINK_OF_ANOTHER_TYPE;
            addLink(kind, xml.attribute("href"));
        }
    }

    private void startPart(FeedPart found, boolean isLink) {
        part = found;
        partIsLink = isLink;
        partDepth = xml.depth();
        partStart = xml.contentStart();
        boolean plain = !atom && !xml.tagHolds("type");
        partType = plain ? FeedText.Type.HTML : FeedText.Type.of(xml.attribute("type"), xml.attribute("mode"), atom);
        if (found == FeedPart.IDENTIFIER && xml.tagHolds("ermaLink")) {
            boolean link = !xml.attribute("isPermaLink").strip().equalsIgnoreCase("false");
            part = link ? FeedPart.PERMANENT_LINK : FeedPart.IDENTIFIER_ONLY;
        }
    }

    private void end() {
        int depth = xml.depth();
        if (depth == partDepth) {
            XmlText content = new XmlText(text, partStart, xml.contentEnd());
            if (partIsLink) {
                addLink(part, content.plain());
            } else {
                item.add(part, new FeedText(partType, content));
            }
            partDepth = NOWHERE;
        }
        if (partDepth != NOWHERE) {
            return;
        }
        if (depth == itemDepth) {
            endItem();
        }
        bases.leave(depth);
        complete = depth == feedDepth;
    }

    private void endItem() {
        bases.leave(itemDepth);
        items.add(item);
        itemDepth = NOWHERE;
    }

    private boolean isItem() {
        String name = xml.localName();
        boolean itemOrEntry = name.equalsIgnoreCase("item") || name.equalsIgnoreCase("entry");
        return itemOrEntry && isOfFeeds(xml.vocabulary());
    }

    private static boolean isOfFeeds(Vocabulary vocabulary) {
        return vocabulary == Vocabulary.FEED || vocabulary == Vocabulary.ATOM;
    }

    private void addLink(FeedPart kind, String link) {
        String clean = Links.clean(link);
        String resolved = kind.isLinkOnlyIfWhole(clean) ? clean : Links.resolve(bases.present(), clean);
        if (itemDepth != NOWHERE) {
            item.addLink(kind, resolved);
        } else if (ownLink.isEmpty() && kind == FeedPart.LINK) {
            ownLink = resolved;
        }
    }
}
