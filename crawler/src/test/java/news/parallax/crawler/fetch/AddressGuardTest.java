package news.parallax.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.170",
                "192.168.1.1",
                "198.18.0.1",
                "203.0.113.9",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::101:101",
                "::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:101:101::",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void privateLocalAndSpecialAddressesAreRefused(String address) {
        assertThat(AddressGuard.allows(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.167.255.255",
                "223.255.255.255",
                "2606:4700::1111"
            })
    void publicAddressesAreAllowed(String address) {
        assertThat(AddressGuard.allows(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ann:secret@outlet.example/",
                "http://ann@outlet.example/",
                "http://outlet.example:22/",
                "http://outlet.example:6667/",
                "http://localhost/",
                "http://LOCALHOST./",
                "http://db.internal/",
                "http://printer.local/",
                "http://intranet/",
                "http://127.1.2.3/",
                "http://[::1]/",
                "http://[::ffff:10.0.0.1]/"
            })
    void whatAUrlShowsIsRefusedBeforeItsNameIsLookedUp(String url) {
        assertThatThrownBy(() -> new AddressGuard(false).check(HttpUrl.get(url)))
                .isInstanceOf(AddressRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://outlet.example/",
                "https://outlet.example:8443/",
                "http://localhost.example/",
                "http://1.1.1.1/",
                "http://[2606:4700::1111]/"
            })
    void urlsOfTheWebPass(String url) {
        assertThatCode(() -> new AddressGuard(false).check(HttpUrl.get(url))).doesNotThrowAnyException();
    }

    @Test
    void oneNearbyAddressAmongThoseOfANameIsOneTooMany() {
        List<InetAddress> mixed = List.of(InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral("10.0.0.1"));
        assertThatThrownBy(() -> new AddressGuard(false).check("outlet.example", mixed))
                .isInstanceOf(AddressRefusedException.class)
                .hasMessageContaining("10.0.0.1");
        assertThatCode(() -> new AddressGuard(true).check("outlet.example", mixed))
                .doesNotThrowAnyException();
    }
}
