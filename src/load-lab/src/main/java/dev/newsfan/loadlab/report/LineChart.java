package dev.newsfan.loadlab.report;

import static dev.newsfan.loadlab.report.NumberStyle.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * A chart as SVG: curves over the users, both axes logarithmic, or the height from zero.
 *
 * @param logarithmic whether the height is
 * @param label writes a value of the height
 */
record LineChart(boolean logarithmic, DoubleFunction<String> label) {

    private static final double WIDTH = 620;
    private static final double HEIGHT = 330;
    private static final double LEFT = 64;
    private static final double RIGHT = WIDTH - 72;
    private static final double TOP = 14;
    private static final double BOTTOM = HEIGHT - 40;
    private static final double BETWEEN_NAMES = 16;

    /** Half of what stands for a curve of one point. */
    private static final double STROKE = 26;

    /** A point; one that isn't a number is left out. */
    record Point(double x, double y) {}

    /** A curve; its style is the name of a class. */
    record Curve(String name, boolean predicted, List<Point> points) {}

    /** An axis whose ends lie there in the picture. */
    private record Axis(double from, double to, boolean logarithmic, double start, double end) {

        double at(double value) {
            double part = logarithmic ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
            return start + part * (end - start);
        }
    }

    String svg(List<Curve> curves) {
        List<Curve> drawn = curves.stream()
                .map(this::drawable)
                .filter(curve -> !curve.points().isEmpty())
                .toList();
        double[] users = values(drawn, Point::x);
        Axis x = horizontal(users);
        Axis y = vertical(values(drawn, Point::y));
        StringBuilder svg = new StringBuilder(text(
                "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"chart; its numbers are in the table\">",
                WIDTH, HEIGHT));
        for (double mark : marks(y)) {
            svg.append(line(LEFT, y.at(mark), RIGHT, y.at(mark)));
            svg.append(label("text-anchor=\"end\"", LEFT - 8, y.at(mark) + 4, label.apply(mark)));
        }
        for (double mark : users) {
            svg.append(line(x.at(mark), TOP, x.at(mark), BOTTOM));
            svg.append(label("text-anchor=\"middle\"", x.at(mark), BOTTOM + 18, text("%,.0f", mark)));
        }
        // The predictions on top: where they are right, the dashes lie on the line.
        drawn.forEach(curve -> svg.append(curve(curve, x, y)));
        return svg.append(names(drawn, x, y)).append("</svg>").toString();
    }

    /** There is no way to show zero on a logarithmic axis. */
    private Curve drawable(Curve curve) {
        List<Point> points = curve.points().stream()
                .filter(point -> Double.isFinite(point.y()) && (!logarithmic || point.y() > 0))
                .toList();
        return new Curve(curve.name(), curve.predicted(), points);
    }

    /** Ascending. */
    private static double[] values(List<Curve> curves, ToDoubleFunction<Point> value) {
        DoubleStream values =
                curves.stream().flatMap(curve -> curve.points().stream()).mapToDouble(value);
        return values.distinct().sorted().toArray();
    }

    private static Axis horizontal(double[] users) {
        double from = users.length == 0 ? 1 : users[0];
        double to = users.length == 0 ? 10 : users[users.length - 1];
        return from == to ? new Axis(from / 2, to * 2, true, LEFT, RIGHT) : new Axis(from, to, true, LEFT, RIGHT);
    }

    private Axis vertical(double[] heights) {
        double least = heights.length == 0 ? 0.1 : heights[0];
        double most = heights.length == 0 ? 1 : heights[heights.length - 1];
        if (logarithmic) {
            return new Axis(nice(least, false), nice(most, true), true, BOTTOM, TOP);
        }
        double interval = interval(most);
        return new Axis(0, most > 0 ? interval * Math.ceil(most * 1.05 / interval) : 1, false, BOTTOM, TOP);
    }

    /** Of 1, 2 and 5 times a power of ten, the last that isn't above a value, or the first that is. */
    private static double nice(double value, boolean above) {
        double decade = Math.pow(10, Math.floor(Math.log10(value)));
        double below = value >= 5 * decade ? 5 : value >= 2 * decade ? 2 : 1;
        return decade * (!above ? below : below == 2 ? 5 : 2 * below);
    }

    /** About five of it to the top. */
    private static double interval(double most) {
        return most <= 0 ? 1 : nice(most / 4, false);
    }

    private static List<Double> marks(Axis y) {
        List<Double> marks = new ArrayList<>();
        double interval = interval(y.to() / 1.05);
        boolean onlyDecades = y.to() / y.from() > 500;
        for (double mark = y.from();
                mark <= y.to() * 1.001;
                mark = y.logarithmic() ? nice(mark * 1.001, true) : mark + interval) {
            boolean isDecade = Math.abs(Math.log10(mark) - Math.rint(Math.log10(mark))) < 0.001;
            if (isDecade || !y.logarithmic() || !onlyDecades) {
                marks.add(mark);
            }
        }
        return marks;
    }

    private static String line(double x1, double y1, double x2, double y2) {
        return text("<line class=\"grid\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", x1, y1, x2, y2);
    }

    private static String label(String style, double x, double y, String label) {
        return text("<text %s x=\"%.1f\" y=\"%.1f\">%s</text>", style, x, y, label);
    }

    private String curve(Curve curve, Axis x, Axis y) {
        StringBuilder points = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        double half = half(curve);
        for (Point point : curve.points()) {
            double left = x.at(point.x());
            double top = y.at(point.y());
            points.append(text("%.1f,%.1f %.1f,%.1f ", left - half, top, left + half, top));
            if (!curve.predicted()) {
                dots.append(text(
                        "<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\"><title>%s, %,.0f: %s</title></circle>",
                        left, top, curve.name(), point.x(), label.apply(point.y())));
            }
        }
        String style = curve.predicted() ? "predicted" : "measured";
        return text("<g class=\"%s\"><polyline class=\"%s\" points=\"%s\"/>%s</g>", curve.name(), style, points, dots);
    }

    private static double half(Curve curve) {
        return curve.points().size() == 1 ? STROKE : 0;
    }

    /** At the end of each curve, moved apart where curves end together. */
    private static String names(List<Curve> curves, Axis x, Axis y) {
        List<Curve> named = curves.stream()
                .filter(curve -> !curve.predicted())
                .sorted(Comparator.comparingDouble(
                        curve -> y.at(curve.points().getLast().y())))
                .toList();
        StringBuilder names = new StringBuilder();
        double lowest = BOTTOM - BETWEEN_NAMES * (named.size() - 1);
        double free = Double.NEGATIVE_INFINITY;
        for (Curve curve : named) {
            Point last = curve.points().getLast();
            double at = Math.max(free, Math.min(y.at(last.y()) + 4, lowest));
            names.append(
                    label("class=\"name " + curve.name() + "\"", x.at(last.x()) + half(curve) + 10, at, curve.name()));
            free = at + BETWEEN_NAMES;
            lowest += BETWEEN_NAMES;
        }
        return names.toString();
    }
}
