package dev.newsfan.news;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Parameters of a query that only tell how a reader got there, or in which dress the page is to come: of campaigns, newsletters,
 * advertisements, feeds, and AMP.
 *
 * <p>Only such as mean the same wherever they stand. One that selects content on some site ({@code id}, {@code p}, {@code ref},
 * {@code source}, {@code cid}, {@code partner}) isn't among them, but for a value that can mean nothing else.
 */
final class TrackingParameters {

    private static final List<String> PREFIXES = List.of(
            // Of Google Analytics, Matomo, HubSpot's advertisements, and AT Internet, as the BBC writes them
            "utm_", "mtm_", "hsa_", "at_campaign", "at_custom", "at_link_", "at_ptr_");

    private static final Set<String> NAMES = Set.of(
            // Clicks on advertisements
            "gclid",
            "gclsrc",
            "dclid",
            "wbraid",
            "gbraid",
            "fbclid",
            "msclkid",
            "yclid",
            "ysclid",
            "twclid",
            "ttclid",
            "li_fat_id",
            "igshid",
            "igsh",
            "epik",
            "irclickid",
            "srsltid",
            "_openstat",
            // Visits, newsletters and campaigns
            "_ga",
            "_gl",
            "_hsenc",
            "_hsmi",
            "__hssc",
            "__hstc",
            "__hsfp",
            "mc_cid",
            "mc_eid",
            "mkt_tok",
            "vero_id",
            "oly_anon_id",
            "oly_enc_id",
            "ml_subscriber",
            "ml_subscriber_hash",
            "pk_campaign",
            "pk_kwd",
            "pk_source",
            "pk_medium",
            "wt_mc",
            "wt_zmc",
            "xtor",
            "cmpid",
            "CMP",
            "ocid",
            "ncid",
            "intcid",
            "intcmp",
            "smid",
            "smtyp",
            "at_medium",
            "at_format",
            "at_bbc_team",
            "ns_mchannel",
            "ns_source",
            "ns_campaign",
            "ns_linkname",
            "ns_fee",
            "guccounter",
            "guce_referrer",
            "guce_referrer_sig",
            "soc_src",
            "soc_trk",
            ".tsrc",
            "ref_src",
            "ref_url",
            "__twitter_impression",
            // What AMP viewers add
            "amp_js_v",
            "amp_gsa",
            "usqp");

    private static final Set<String> PAIRS = Set.of(
            "amp",
            "amp=",
            "amp=1",
            "amp=true",
            "outputType=amp",
            "partner=rss",
            "emc=rss",
            "ref=rss",
            "source=rss",
            "from=rss",
            "mod=rss",
            "cmp=rss",
            "traffic_source=rss");

    private TrackingParameters() {}

    /** What is left of a query without them; empty if nothing is. */
    static String without(String query) {
        return withoutEnd(Arrays.stream(query.split("&"))
                .filter(parameter -> !isOne(parameter))
                .collect(Collectors.joining("&")));
    }

    /** Empty parameters at the end, which may have stood before one that had to go. */
    private static String withoutEnd(String query) {
        int end = query.length();
        while (end > 0 && query.charAt(end - 1) == '&') {
            end--;
        }
        return query.substring(0, end);
    }

    /** Whether nothing of a query has to go, nor an ampersand at its end. */
    static boolean isWithout(String query) {
        return !query.endsWith("&") && Arrays.stream(query.split("&")).noneMatch(TrackingParameters::isOne);
    }

    private static boolean isOne(String parameter) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        return NAMES.contains(name)
                || PAIRS.contains(parameter)
                || PREFIXES.stream().anyMatch(name::startsWith);
    }
}
