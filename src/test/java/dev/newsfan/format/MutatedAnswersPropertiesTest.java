package dev.newsfan.format;

import static dev.newsfan.format.Formats.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.news.Article;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Answers with parts of them lost, doubled or replaced: whatever comes out is fit to print, or a reason. */
class MutatedAnswersPropertiesTest {

    private static final List<String> FEEDS = List.of("""
            <?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:m="http://search.yahoo.com/mrss/"><channel>
            <link>https://a.example/</link><item><title>Bakers &amp;amp; bees</title><link>/1?a=1&amp;b=2</link>
            <guid isPermaLink="false">1</guid><pubDate>Fri, 20 Nov 2026 04:32:00 +0100</pubDate>
            <description><![CDATA[<p>Twelve <b>hives</b> &mdash; <img src="x" alt='y'> &#233;</p>]]></description>
            <m:group><m:description>Seen</m:description></m:group></item><!-- end --></channel></rss>""", """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/"><title>A</title>
            <entry><title type="html">&lt;i&gt;Slanted&lt;/i&gt;</title><id>urn:1</id><link href="1"/>
            <updated>2026-11-20T04:32:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
            <script>x</script>So <b>bold</b></div></content></entry></feed>""", """
            <!DOCTYPE rdf:RDF [<!ENTITY a "b">]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
            xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel/>
            <item rdf:about="https://a.example/1"><title>&a;</title><dc:date>20. November 2026, 4:32</dc:date></item>
            </rdf:RDF>""");

    private static final List<String> NEWSAPI = List.of("""
            {"status": "ok", "articles": [{"title": "Bakers &amp; bees", "url": "https://a.example/1",
            "publishedAt": "2026-11-20T04:32:00Z", "description": "<p>Twelve \\u00e9</p>", "x": [{"y": 1.5e3}]}]}""");

    private static final List<String> JSON_FEED = List.of("""
            {"version": "https://jsonfeed.org/version/1.1", "home_page_url": "https://a.example/", "items": [
            {"id": "1", "url": "2", "content_html": "<p>Twelve <b>hives</b></p>", "date_published": "2026-11-20"}]}""");

    private static final List<String> OTHER_APIS = List.of("""
            {"totalArticles": 1, "articles": [{"title": "Bakers &amp; bees", "url": "https://a.example/1",
            "publishedAt": "2026-11-20T04:32:00Z", "description": "Twelve", "source": {"url": "https://a.example/"}}]}""", """
            {"response": {"status": "ok", "results": [{"webTitle": "Bakers", "webUrl": "https://a.example/1",
            "webPublicationDate": "2026-11-20T04:32:00Z", "fields": {"trailText": "<p>Twelve</p>"}}]}}""", """
            {"status": "OK", "num_results": 1, "results": [{"title": "Bakers", "url": "https://a.example/1",
            "published_date": "2026-11-19T23:32:00-05:00", "abstract": "Twelve", "multimedia": [{"url": "x"}]}]}""", """
            {"hits": [{"title": "Bakers", "url": null, "objectID": "1", "created_at_i": 1795149120}], "nbHits": 1}""", """
            [{"id": 1, "type": "story", "title": "Bakers", "time": 1795149120, "text": "<p>Twelve"}, null]""");

    private static final List<String> ALL = Stream.of(FEEDS, NEWSAPI, JSON_FEED, OTHER_APIS)
            .flatMap(List::stream)
            .toList();

    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "&",
            "\"",
            "'",
            "/",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "<?",
            "<!DOCTYPE [",
            "</item>",
            "<item>",
            "</title>",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\\",
            "\\u",
            "\u0000",
            "\u202e",
            "\ud83d",
            "\ufeff",
            "@",
            " xmlns=''",
            "http://",
            "-",
            "99999999999",
            "&#1114112;",
            "é");

    /** Replaces a part by a piece, or doubles it; both measured in thousandths of the whole. */
    private record Change(int from, int length, String piece, boolean doubled) {

        String of(String text) {
            int start = text.length() * from / 1000;
            int end = Math.min(text.length(), start + length);
            String part = text.substring(start, end);
            return text.substring(0, start) + piece + (doubled ? part + part : "") + text.substring(end);
        }
    }

    private static Arbitrary<String> mutated(List<String> wholes) {
        Arbitrary<Change> changes = Combinators.combine(
                        Arbitraries.integers().between(0, 999),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.of(PIECES),
                        Arbitraries.of(true, false))
                .as(Change::new);
        return Combinators.combine(Arbitraries.of(wholes), changes.list().ofMaxSize(5))
                .as((whole, all) ->
                        all.stream().reduce(whole, (text, change) -> change.of(text), (one, other) -> other));
    }

    @Provide
    Arbitrary<String> feeds() {
        return mutated(FEEDS);
    }

    @Provide
    Arbitrary<String> newsApis() {
        return mutated(NEWSAPI);
    }

    @Provide
    Arbitrary<String> jsonFeeds() {
        return mutated(JSON_FEED);
    }

    @Provide
    Arbitrary<String> all() {
        return mutated(ALL);
    }

    @Property
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void aMutatedAnswerInAnyFormatIsReadOrRefused(@ForAll("all") String body) {
        isFitToPrintOrRefused(Formats.auto(), body);
    }

    @Property
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void aMutatedFeedIsReadOrRefused(@ForAll("feeds") String body) {
        isFitToPrintOrRefused(Formats.feed(), body);
    }

    @Property
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void aMutatedAnswerOfNewsApiIsReadOrRefused(@ForAll("newsApis") String body) {
        isFitToPrintOrRefused(Formats.newsApi(), body);
    }

    @Property
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void aMutatedJsonFeedIsReadOrRefused(@ForAll("jsonFeeds") String body) {
        isFitToPrintOrRefused(Formats.jsonFeed(), body);
    }

    private static void isFitToPrintOrRefused(Format format, String body) {
        boolean read = true;
        try {
            assertThat(format.decode(answer(body)))
                    .flatMap(article -> article.toArticle("source").stream().toList())
                    .allSatisfy(MutatedAnswersPropertiesTest::isFitToPrint);
        } catch (FormatException refused) {
            read = false;
        }
        Statistics.collect(read);
        Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 5));
    }

    private static void isFitToPrint(Article article) {
        assertThat(article.title()).isNotBlank().doesNotContainPattern("[\\p{Cc}\\u202e]|^ | $|  ");
        assertThat(article.summary())
                .hasSizeLessThanOrEqualTo(PlainText.LONGEST_SUMMARY)
                .doesNotContainPattern("\\p{Cc}");
        assertThat(article.url()).startsWithIgnoringCase("http").doesNotContainPattern("^[^/]*//[^/?#]*@");
    }
}
