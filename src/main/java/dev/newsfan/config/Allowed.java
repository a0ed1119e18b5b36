package dev.newsfan.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a value may be. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE_USE})
@interface Allowed {
    Kind value();

    /** From where to where it may go, both included, as in {@code 1ms to 10m}; of a list, how many there may be. */
    String range() default "";

    /** Whether it must be given though it has no default. */
    boolean required() default false;
}
