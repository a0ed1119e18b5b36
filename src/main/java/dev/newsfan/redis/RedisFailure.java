package dev.newsfan.redis;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** What goes wrong with Redis, in words that may be logged: no password, and of what the server says the first word alone. */
final class RedisFailure {

    /** With which a server begins to say why it doesn't do what it is asked. */
    private static final Pattern CODE = Pattern.compile("([A-Z]{2,20})(?: .*)?", Pattern.DOTALL);

    /** The server is well, and only this command is not. */
    private static final Set<String> OF_THE_COMMAND_ALONE = Set.of("NOSCRIPT", "OOM");

    private RedisFailure() {}

    static boolean isOfTheCommandAlone(Throwable failure) {
        return code(failure).filter(OF_THE_COMMAND_ALONE::contains).isPresent();
    }

    static boolean is(Throwable failure, String code) {
        return code(failure).filter(code::equals).isPresent();
    }

    private static Optional<String> code(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .map(CODE::matcher)
                .filter(Matcher::matches)
                .map(code -> code.group(1));
    }

    static String inWords(Throwable failure) {
        return switch (failure) {
            case StoreException ours -> ours.getMessage();
            case UnknownHostException unknown -> "its host name is not known";
            case ConnectException refused -> "it can't be connected to: refused, or no way there";
            case SSLException insecure -> "no secure connection could be made to it (TLS)";
            default -> code(failure).map(RedisFailure::inWords).orElse("the connection to it failed");
        };
    }

    private static String inWords(String code) {
        return switch (code) {
            case "WRONGPASS", "NOAUTH" -> "it doesn't accept user and password (" + code + ")";
            case "NOPERM" -> "this user may not do what is needed (NOPERM)";
            case "LOADING" -> "it is still reading its data (LOADING)";
            case "READONLY" -> "it is a replica that can't be written to (READONLY)";
            default -> "it says " + code;
        };
    }
}
