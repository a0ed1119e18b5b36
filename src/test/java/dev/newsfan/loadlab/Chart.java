package dev.newsfan.loadlab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;

/**
 * A chart as SVG: lines over the users, both axes logarithmic, or the height from zero.
 *
 * @param logarithmic whether the height is
 * @param shown how a value is written
 */
record Chart(boolean logarithmic, DoubleFunction<String> shown) {

    private static final double WIDTH = 620;
    private static final double HEIGHT = 330;
    private static final double LEFT = 64;
    private static final double RIGHT = 72;
    private static final double TOP = 14;
    private static final double BOTTOM = 40;
    private static final double BETWEEN_NAMES = 16;

    /** Half of what stands for a line of one point. */
    private static final double STROKE = 26;

    /** A point; one that isn't a number is left out. */
    record Point(double x, double y) {}

    /** A line; its style is the name of a class. */
    record Curve(String name, boolean predicted, List<Point> points) {

        Curve {
            points = points.stream().filter(point -> Double.isFinite(point.y())).toList();
        }
    }

    /** The lower and the upper end of an axis. */
    private record Range(double from, double to, boolean logarithmic) {

        double part(double value) {
            return logarithmic ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
        }
    }

    String svg(List<Curve> curves) {
        List<Curve> drawn = curves.stream().map(this::drawable).toList();
        Range x = horizontal(drawn);
        Range y = vertical(drawn);
        StringBuilder svg = new StringBuilder(text(
                "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"chart; its numbers are in the table\">",
                WIDTH, HEIGHT));
        grid(svg, drawn, x, y);
        // The predictions on top: where they are right, the dashes lie on the line.
        for (Curve curve : drawn) {
            if (!curve.points().isEmpty()) {
                svg.append(curve(curve, x, y));
            }
        }
        names(svg, drawn, x, y);
        return svg.append("</svg>").toString();
    }

    /** There is no way to show zero on a logarithmic axis. */
    private Curve drawable(Curve curve) {
        return new Curve(
                curve.name(),
                curve.predicted(),
                curve.points().stream()
                        .filter(point -> !logarithmic || point.y() > 0)
                        .toList());
    }

    private static Range horizontal(List<Curve> curves) {
        double[] users = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(Point::x)
                .sorted()
                .toArray();
        if (users.length == 0) {
            return new Range(1, 10, true);
        }
        double from = users[0];
        double to = users[users.length - 1];
        return from == to ? new Range(from / 2, to * 2, true) : new Range(from, to, true);
    }

    private Range vertical(List<Curve> curves) {
        double[] heights = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(Point::y)
                .toArray();
        double most = DoubleStream.of(heights).max().orElse(1);
        if (logarithmic) {
            double least = DoubleStream.of(heights).min().orElse(0.1);
            return new Range(stepBelow(least), stepAbove(most), true);
        }
        double step = step(most);
        return new Range(0, most > 0 ? step * Math.ceil(most * 1.05 / step) : 1, false);
    }

    private static double stepBelow(double value) {
        double decade = Math.pow(10, Math.floor(Math.log10(value)));
        return value >= 5 * decade ? 5 * decade : value >= 2 * decade ? 2 * decade : decade;
    }

    private static double stepAbove(double value) {
        double decade = Math.pow(10, Math.floor(Math.log10(value)));
        return value < 2 * decade ? 2 * decade : value < 5 * decade ? 5 * decade : 10 * decade;
    }

    /** About five of it to the top: 1, 2 or 5 times a power of ten. */
    private static double step(double most) {
        return most <= 0 ? 1 : stepBelow(most / 4);
    }

    private void grid(StringBuilder svg, List<Curve> curves, Range x, Range y) {
        for (double value : marks(y)) {
            double at = y(y, value);
            svg.append(text(
                    "<line class=\"grid\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                    LEFT, at, WIDTH - RIGHT, at));
            svg.append(text(
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 8, at + 4, shown.apply(value)));
        }
        double[] users = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(Point::x)
                .distinct()
                .toArray();
        for (double value : users) {
            double at = x(x, value);
            svg.append(text(
                    "<line class=\"grid\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                    at, TOP, at, HEIGHT - BOTTOM));
            svg.append(text(
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%,.0f</text>",
                    at, HEIGHT - BOTTOM + 18, value));
        }
    }

    private List<Double> marks(Range y) {
        List<Double> marks = new ArrayList<>();
        if (!logarithmic) {
            double step = step(y.to() / 1.05);
            for (double value = 0; value <= y.to() * 1.0001; value += step) {
                marks.add(value);
            }
            return marks;
        }
        boolean fine = y.to() / y.from() <= 500;
        for (double decade = Math.pow(10, Math.floor(Math.log10(y.from()))); decade <= y.to(); decade *= 10) {
            for (int part : fine ? new int[] {1, 2, 5} : new int[] {1}) {
                double value = decade * part;
                if (value >= y.from() * 0.999 && value <= y.to() * 1.001) {
                    marks.add(value);
                }
            }
        }
        return marks;
    }

    private String curve(Curve curve, Range x, Range y) {
        StringBuilder points = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        boolean alone = curve.points().size() == 1;
        for (Point point : curve.points()) {
            double from = x(x, point.x()) - (alone ? STROKE : 0);
            points.append(text("%.1f,%.1f ", from, y(y, point.y())));
            if (alone) {
                points.append(text("%.1f,%.1f ", from + 2 * STROKE, y(y, point.y())));
            }
            if (!curve.predicted()) {
                dots.append(text(
                        "<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\"><title>%s, %,.0f: %s</title></circle>",
                        x(x, point.x()), y(y, point.y()), curve.name(), point.x(), shown.apply(point.y())));
            }
        }
        return text(
                "<g class=\"%s\"><polyline class=\"%s\" points=\"%s\"/>%s</g>",
                curve.name(),
                curve.predicted() ? "predicted" : "measured",
                points.toString().strip(),
                dots);
    }

    /** At the end of each line, moved apart where lines end together. */
    private void names(StringBuilder svg, List<Curve> curves, Range x, Range y) {
        List<Curve> named = curves.stream()
                .filter(curve -> !curve.predicted() && !curve.points().isEmpty())
                .sorted(Comparator.comparingDouble(
                        curve -> y(y, curve.points().getLast().y())))
                .toList();
        double lowest = HEIGHT - BOTTOM - BETWEEN_NAMES * (named.size() - 1);
        double free = Double.NEGATIVE_INFINITY;
        for (Curve curve : named) {
            Point last = curve.points().getLast();
            double at = Math.max(free, Math.min(y(y, last.y()) + 4, lowest));
            svg.append(text(
                    "<text class=\"name %s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                    curve.name(), x(x, last.x()) + 10, at, curve.name()));
            free = at + BETWEEN_NAMES;
            lowest += BETWEEN_NAMES;
        }
    }

    private static double x(Range range, double value) {
        return LEFT + range.part(value) * (WIDTH - LEFT - RIGHT);
    }

    private static double y(Range range, double value) {
        return HEIGHT - BOTTOM - range.part(value) * (HEIGHT - TOP - BOTTOM);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
