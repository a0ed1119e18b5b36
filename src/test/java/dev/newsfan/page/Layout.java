package dev.newsfan.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** How a page lies on screens of several widths, with the machine's own font and with a wider and a narrower one. */
final class Layout {

    private static final int[] WIDTHS = {320, 390, 640, 768, 960, 1088, 1280};

    /** What a font does to the width of a text, and the rule that does it. The first is whatever the machine has. */
    private static final List<Map.Entry<String, String>> FONTS =
            List.of(Map.entry("as installed", "/* none */"), font("wider", 130), font("narrower", 80));

    /** The same text everywhere: it shows whether a font is another one indeed. */
    private static final String TEXT_WIDTH = """
            () => {
                const probe = document.body.appendChild(document.createElement('span'));
                probe.textContent = 'connections, experiments and measurements';
                const width = probe.getBoundingClientRect().width;
                probe.remove();
                return width;
            }
            """;

    /**
     * Whatever lies beyond the screen, is cut off, lies on something else or is broken within a word, in a line each. A box
     * that scrolls holds what is in it, and a word of more than twelve letters may be broken.
     */
    private static final String FLAWS = """
            () => {
                const flaws = [];
                const name = element => `${element.tagName}#${element.id}.${element.className.baseVal ?? element.className} `
                    + `"${element.textContent.trim().slice(0, 30)}"`;
                const elements = [...document.body.querySelectorAll('*')].filter(element =>
                    element instanceof HTMLElement && element.checkVisibility() && !element.closest('.skip, .hidden'));
                const held = element => {
                    const box = element.parentElement?.closest('*');
                    return box && (getComputedStyle(box).overflowX !== 'visible' || held(box));
                };
                if (document.documentElement.scrollWidth > innerWidth) {
                    flaws.push(`the page is ${document.documentElement.scrollWidth} px wide`);
                }
                for (const element of elements) {
                    const { overflowX, display } = getComputedStyle(element);
                    if (element.getBoundingClientRect().right > innerWidth + 1 && !held(element)) {
                        flaws.push(`beyond the screen: ${name(element)}`);
                    }
                    if (display !== 'inline' && overflowX === 'visible' && element.scrollWidth > element.clientWidth + 1) {
                        flaws.push(`wider than its place: ${name(element)}`);
                    }
                }
                const range = document.createRange();
                const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                    if (text.parentElement.checkVisibility() && !text.parentElement.closest('pre')) {
                        for (const word of text.data.matchAll(/[\\p{Script=Latin}\\p{N}]+/gu)) {
                            range.setStart(text, word.index);
                            range.setEnd(text, word.index + word[0].length);
                            const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
                            if (lines.size > 1 && word[0].length <= 12) {
                                flaws.push(`broken word: ${word[0]} in ${name(text.parentElement)}`);
                            }
                        }
                    }
                }
                for (const axis of document.querySelectorAll('.axis')) {
                    const { left, right } = axis.getBoundingClientRect();
                    const labels = [...axis.querySelectorAll('span > span')].filter(label => label.checkVisibility())
                        .map(label => label.getBoundingClientRect()).sort((one, other) => one.left - other.left);
                    if (labels.length === 0) {
                        flaws.push(`no word at the axis of ${axis.closest('section').id}`);
                    }
                    labels.forEach((label, index) => {
                        if (label.left < left - 1 || label.right > right + 1 || label.left < labels[index - 1]?.right) {
                            flaws.push(`a word cut off or covered at the axis of ${axis.closest('section').id}`);
                        }
                    });
                }
                return flaws.join('\\n');
            }
            """;

    /** The page has drawn what follows from its new width: who observes a size hears of it in the next frame. */
    private static final String DRAWN =
            "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))))";

    private final Page page;

    /** @param page one without the policy, which would not let other fonts in */
    Layout(Page page) {
        this.page = page;
    }

    void isFlawlessInEveryFontAndWidth() {
        double installed = ((Number) page.evaluate(TEXT_WIDTH)).doubleValue();
        for (var font : FONTS) {
            var style = page.addStyleTag(new Page.AddStyleTagOptions().setContent(font.getValue()));
            page.evaluate("() => document.fonts.ready.then(() => true)");
            double width = ((Number) page.evaluate(TEXT_WIDTH)).doubleValue();
            assertThat(Double.compare(width, installed))
                    .as("whether the font %s is wider than the one installed", font.getKey())
                    .isEqualTo(List.of("as installed", "wider").indexOf(font.getKey()));
            for (int pixels : WIDTHS) {
                page.setViewportSize(pixels, 900);
                page.evaluate(DRAWN);
                assertThat((String) page.evaluate(FLAWS))
                        .as("flaws at %d px with a font %s", pixels, font.getKey())
                        .isEmpty();
            }
            style.evaluate("style => style.remove()");
        }
    }

    private static Map.Entry<String, String> font(String name, int percent) {
        String local = "local('DejaVu Sans'), local('Liberation Sans'), local('Noto Sans'), local('Arial')";
        return Map.entry(name, """
                @font-face { font-family: other; src: %s; size-adjust: %d%%; }
                * { font-family: other !important; }
                """.formatted(local, percent));
    }
}
