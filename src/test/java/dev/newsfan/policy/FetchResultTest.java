package dev.newsfan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FetchResultTest {

    @Test
    void cantDropLessThanNothing() {
        assertThatThrownBy(() -> new FetchResult(List.of(), -1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(FetchResult.NONE).isEqualTo(new FetchResult(List.of(), 0));
    }
}
