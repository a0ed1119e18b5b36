package dev.newsfan.lab;

import io.quarkus.arc.All;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** What is predicted of each experiment. */
@Path("/lab/predictions/{experiment}")
class PredictionsResource {

    private final List<Predictor> predictors;

    PredictionsResource(@All List<Predictor> predictors) {
        this.predictors = predictors;
    }

    @GET
    @NonBlocking
    public Answer predictions(@RestPath String experiment, @BeanParam LabRequest request) {
        Predictor predictor = predictors.stream()
                .filter(one ->
                        one.getClass().getAnnotation(Experiment.class).value().equals(experiment))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        return new Answer(experiment, predictor.predict(request));
    }

    record Answer(String experiment, List<? extends Predictor.Prediction<?>> variants) {}
}
