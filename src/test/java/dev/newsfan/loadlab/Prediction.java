package dev.newsfan.loadlab;

/**
 * What a row should show, computed before it is run: Little's law says that the requests in the house are their rate times the
 * time that each spends there. The costs of computing are left out; what is measured is worse by them.
 *
 * @param perSecond requests answered with 200, per second
 * @param latency how long each of them takes, in seconds
 * @param refusedPerSecond requests answered with 503, per second
 */
record Prediction(double perSecond, double latency, double refusedPerSecond) {

    /**
     * The load and what follows a request.
     *
     * @param model closed or open
     * @param users U; in the open model, arrivals per second
     * @param delay d, what each call takes, in seconds
     * @param calls N, how many calls follow a request
     * @param think Z, what a user thinks between an answer and the next request, in seconds
     */
    record Load(Model model, int users, double delay, int calls, double think) {

        /** The time that a request takes if it never waits in line. */
        double service(Line line) {
            return line.inLine() ? calls * delay : delay;
        }
    }

    static Prediction of(Line line, Load load, House house) {
        return load.model() == Model.CLOSED ? closed(line, load, house) : open(line, load, house);
    }

    private static Prediction closed(Line line, Load load, House house) {
        double ceiling = ceiling(line, load, house);
        double perSecond = Math.min(load.users() / (load.service(line) + load.think()), ceiling);
        double inHouse = Math.min(house.limit(), load.users() - perSecond * load.think());
        double latency = Double.isInfinite(perSecond) ? 0 : inHouse / perSecond;
        // Whoever isn't in the house thinks, and comes again after that.
        double attempts = load.think() == 0 ? 0 : (load.users() - inHouse) / load.think();
        return new Prediction(perSecond, latency, Math.max(0, round(attempts - perSecond)));
    }

    private static Prediction open(Line line, Load load, House house) {
        double ceiling = ceiling(line, load, house);
        double perSecond = Math.min(load.users(), ceiling);
        // More come than can leave, so the house is full.
        double latency = load.users() > ceiling ? house.limit() / ceiling : load.service(line);
        return new Prediction(perSecond, latency, load.users() - perSecond);
    }

    /** The most requests per second that the house can do. */
    private static double ceiling(Line line, Load load, House house) {
        double atOnce = line.inLine() ? Math.min(house.workers(), house.limit()) : house.limit();
        return Math.min(atOnce / load.service(line), house.pool() / load.delay());
    }

    /** Takes away what is left of a difference of equals. */
    private static double round(double number) {
        return Math.abs(number) < 1e-6 ? 0 : number;
    }
}
