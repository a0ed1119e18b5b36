package dev.newsfan.loadlab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

final class HtmlReport {
    HtmlReport(Results results, Optional<JsonNode> earlier) {}

    String html() {
        return "";
    }
}
