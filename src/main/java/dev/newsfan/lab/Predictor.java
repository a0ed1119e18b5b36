package dev.newsfan.lab;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Says what an experiment will come to, and runs nothing. It is found by itself: a bean that is named as its card is. */
public interface Predictor {

    /** What is predicted of each variant, in their order; the fields are read by the same code as those of the run. */
    List<? extends Prediction<?>> predict(LabRequest request);

    /** What is predicted of one variant, such as a mode: the fields of its answer's {@code predicted}, and what it looks like. */
    @RegisterForReflection
    record Prediction<P>(String variant, @JsonUnwrapped P predicted, List<Bar> bars) {}

    /** What is predicted, or measured; empty if it can't be predicted. */
    @RegisterForReflection
    record Timing(Optional<Duration> totalTime) {
        public static Timing of(Duration totalTime) {
            return new Timing(Optional.of(totalTime));
        }
    }

    /** When something is predicted to happen, or so many things if it isn't one; begin and length are empty if unknown. */
    @RegisterForReflection
    record Bar(
            @JsonInclude(Include.NON_ABSENT) Optional<String> name,
            @JsonInclude(Include.NON_ABSENT) Optional<Integer> rows,
            Optional<Duration> from,
            Optional<Duration> length) {

        /** Neither begin nor length is known unless both are. */
        public static Bar of(String name, Optional<Duration> from, Optional<Duration> length) {
            Optional<Duration> begin = from.filter(known -> length.isPresent());
            return new Bar(Optional.of(name), Optional.empty(), begin, begin.flatMap(known -> length));
        }

        /** Some things without a name that begin at once. */
        public static Bar of(int rows, Optional<Duration> length) {
            Optional<Integer> many = Optional.of(rows).filter(number -> number > 1);
            return new Bar(Optional.empty(), many, length.map(known -> Duration.ZERO), length);
        }

        public Optional<Duration> end() {
            return from.flatMap(begin -> length.map(begin::plus));
        }
    }
}
