package dev.newsfan.policy;

import java.util.Optional;

/** Something that is asked, and whose last answer may be kept. From any thread. */
public interface Kept {

    /** What it is called in reports. */
    String name();

    /** Whether its answer to a question is kept and fresh at this moment. To look counts as nothing. */
    boolean isFresh(Question question);

    /** Its answer, if it is kept and fresh; that counts as served. */
    Optional<SourceAnswer> fresh(Question question);
}
