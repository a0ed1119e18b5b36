package dev.newsfan.faults;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Makes of good bytes such as nobody has thought of. */
final class Mutation {

    private static final int MOST_WOUNDS = 6;

    private Mutation() {}

    /** The same bytes, changed in a few places, and cut off in one of three cases. */
    static byte[] of(byte[] good, RandomGenerator random) {
        byte[] changed = good;
        for (int wounds = random.nextInt(1, MOST_WOUNDS); wounds > 0; wounds--) {
            changed = wounded(changed, random);
        }
        return random.nextInt(3) > 0 ? changed : Arrays.copyOf(changed, random.nextInt(changed.length + 1));
    }

    private static byte[] wounded(byte[] bytes, RandomGenerator random) {
        int from = random.nextInt(bytes.length);
        int to = random.nextInt(from, Math.min(bytes.length, from + 40)) + 1;
        var wounded = new ByteArrayOutputStream();
        wounded.write(bytes, 0, from);
        switch (random.nextInt(4)) {
            case 0 -> {} // These bytes are left out.
            case 1 -> wounded.writeBytes(Arrays.copyOfRange(bytes, from, to).clone());
            case 2 -> random.ints(to - from).forEach(wounded::write);
            default -> {
                wounded.write(bytes[from] ^ 1 << random.nextInt(8));
                wounded.write(bytes, from + 1, to - from - 1);
            }
        }
        int rest = random.nextInt(4) == 0 ? from : to;
        wounded.write(bytes, rest, bytes.length - rest);
        return wounded.size() == 0 ? bytes : wounded.toByteArray();
    }
}
