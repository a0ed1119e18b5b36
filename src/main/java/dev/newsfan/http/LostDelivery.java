package dev.newsfan.http;

import io.vertx.core.http.HttpServerResponse;

/** An answer whose caller was gone before it was begun. */
final class LostDelivery extends Delivery {

    private final HttpServerResponse response;

    LostDelivery(HttpServerResponse response) {
        this.response = response;
        over(false);
    }

    @Override
    HttpServerResponse response() {
        return response;
    }

    @Override
    void made() {}

    @Override
    boolean isStalled() {
        return false;
    }

    @Override
    void cut() {}
}
