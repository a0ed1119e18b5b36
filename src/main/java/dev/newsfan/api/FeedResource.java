package dev.newsfan.api;

import dev.newsfan.aggregate.ArticleForm;
import dev.newsfan.aggregate.NewsAggregator;
import dev.newsfan.aggregate.NewsQuery;
import dev.newsfan.fanout.Mode;
import dev.newsfan.http.Admitted;
import dev.newsfan.http.AdmittedRequest;
import dev.newsfan.http.BadParameterException;
import dev.newsfan.http.IfNoneMatch;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/**
 * The news of {@code /async-news} as feeds, so that what reads feeds can read them, another Newsfan among it.
 *
 * <p>Whatever the request accepts, it gets the feed that its path names: readers of feeds say all sorts of things.
 */
@Path("/")
@NonBlocking
class FeedResource {

    private static final ArticleForm ATOM = new AtomEntries();
    private static final ArticleForm JSON = new JsonFeedItems();

    private final NewsAggregator aggregator;

    FeedResource(NewsAggregator aggregator) {
        this.aggregator = aggregator;
    }

    /** An Atom feed. */
    @GET
    @Path("feed.atom")
    @Admitted(Mode.ASYNC)
    public Uni<Response> atom(@Context UriInfo uri, @Context RoutingContext context) throws BadParameterException {
        NewsQuery query = NewsParameters.news(uri, aggregator.names()).as(ATOM);
        FeedHead head = FeedHead.of(context.request(), query, aggregator.names());
        var form = new Digests.Form(
                "atom",
                new MediaType("application", "atom+xml", "UTF-8"),
                digest -> AtomFeed.write(head, digest.articles()));
        AdmittedRequest request = AdmittedRequest.of(context);
        return aggregator
                .async(query, request.budget(), request.step())
                .map(digest -> Digests.respond(digest, form, IfNoneMatch.of(context.request())));
    }

    /** A JSON Feed. */
    @GET
    @Path("feed.json")
    @Admitted(Mode.ASYNC)
    public Uni<Response> json(@Context UriInfo uri, @Context RoutingContext context) throws BadParameterException {
        NewsQuery query = NewsParameters.news(uri, aggregator.names()).as(JSON);
        FeedHead head = FeedHead.of(context.request(), query, aggregator.names());
        var form = new Digests.Form(
                "json", MediaType.valueOf(JsonFeed.MEDIA_TYPE), digest -> JsonFeed.of(head, digest.articles()));
        AdmittedRequest request = AdmittedRequest.of(context);
        return aggregator
                .async(query, request.budget(), request.step())
                .map(digest -> Digests.respond(digest, form, IfNoneMatch.of(context.request())));
    }
}
