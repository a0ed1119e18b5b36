package dev.newsfan.lab;

import io.quarkus.arc.All;
import io.quarkus.arc.InstanceHandle;
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

    private final List<InstanceHandle<Predictor>> predictors;

    PredictionsResource(@All List<InstanceHandle<Predictor>> predictors) {
        this.predictors = predictors;
    }

    @GET
    @NonBlocking
    public Answer predictions(@RestPath String experiment, @BeanParam LabRequest request) {
        var named = predictors.stream()
                .filter(bean -> experiment.equals(bean.getBean().getName()));
        Predictor predictor =
                named.findFirst().orElseThrow(NotFoundException::new).get();
        return new Answer(experiment, predictor.predict(request));
    }

    record Answer(String experiment, List<? extends Predictor.Prediction<?>> variants) {}
}
