package dev.newsfan.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpmlTest {

    private static List<Opml.Feed> read(String outlines) {
        return Opml.read(("<?xml version='1.0'?><opml version='2.0'><head><title>Mine</title></head><body>" + outlines
                        + "</body></opml>")
                .getBytes(UTF_8));
    }

    @Test
    void readsFoldersInFoldersInTheirOrder() {
        assertThat(read("""
                <outline text="News"><outline text="World">
                  <outline type="rss" text="Wire" title="The Wire" xmlUrl="https://wire.example/feed"/></outline>
                  <outline type="rss" text="Herald" xmlUrl="https://herald.example/rss" htmlUrl="https://herald.example"/>
                </outline>
                <outline text="Blog" xmlUrl="https://blog.example/atom.xml"></outline>"""))
                .containsExactly(
                        new Opml.Feed("The Wire", "https://wire.example/feed"),
                        new Opml.Feed("Herald", "https://herald.example/rss"),
                        new Opml.Feed("Blog", "https://blog.example/atom.xml"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "<outline text='A' xmlUrl='https://a.example/?b=1&amp;c=2'/>",
                "<outline text='A' xmlUrl='https://a.example/?b=1&c=2'/>",
                "<outline text='A' xmlurl=' https://a.example/?b=1&amp;c=2\n'/>",
                "<OUTLINE TITLE='A' XMLURL='https://a.example/?b=1&amp;c=2'/>",
                "<outline title='' text='A' xmlUrl='https://a.example/?b=1&amp;c=2'>",
                "<outline text='A' xmlUrl='https://a.example/?b=1&amp;c=2'/><p>",
            })
    void readsWhatReadersWrite(String outline) {
        assertThat(read(outline)).containsExactly(new Opml.Feed("A", "https://a.example/?b=1&c=2"));
    }

    @Test
    void leavesOutWhatIsCommentedOut() {
        assertThat(read("""
                <outline text="Off" isComment="true"><outline text="A" xmlUrl="https://a.example"/></outline>
                <outline text="B" isComment="false" xmlUrl="https://b.example"/>""")).extracting(Opml.Feed::title).containsExactly("B");
    }

    @Test
    void readsOtherEncodings() {
        byte[] file =
                "<?xml version='1.0' encoding='ISO-8859-1'?><opml><body><outline text='Köln' xmlUrl='https://k.example'/>"
                        .getBytes(ISO_8859_1);

        assertThat(Opml.read(file)).extracting(Opml.Feed::title).containsExactly("Köln");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "feeds", "<rss><channel/></rss>", "{\"opml\": 1}"})
    void refusesWhatIsNoOpml(String file) {
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> Opml.read(file.getBytes(UTF_8)))
                .withMessageContaining("no OPML");
    }

    @Test
    void takesNothingFromADocumentType() {
        assertThat(Opml.read("""
                <!DOCTYPE opml [<!ENTITY e SYSTEM "file:///etc/hostname">]>
                <opml><outline text="&e;" xmlUrl="https://a.example"/></opml>""".getBytes(UTF_8))).containsExactly(new Opml.Feed("&e;", "https://a.example"));
    }
}
