package dev.newsfan.http;

import dev.newsfan.fanout.Mode;
import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource method whose requests are let in before it is called, on their event loop and before they wait for any thread:
 * the budget starts, and a mode that is full answers 503.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Admitted {

    /** The modes in which a request holds a permit while it is at work; none stands for those that its {@code modes} names. */
    Mode[] value() default {};
}
