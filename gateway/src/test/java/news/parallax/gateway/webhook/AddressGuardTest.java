package news.parallax.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    private final AddressGuard guard = new AddressGuard(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.1.2.3:8080/",
                "http://0.0.0.0/",
                "http://10.0.0.1/",
                "http://172.16.0.1/",
                "http://192.168.1.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://168.63.129.16/",
                "http://100.64.0.1/",
                "http://224.0.0.1/",
                "http://255.255.255.255/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://[::1]/",
                "http://[::]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::127.0.0.1]/",
                "http://[fe80::1]/",
                "http://[fc00::1]/",
                "http://[fd00:ec2::254]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[64:ff9b:1::a00:1]/",
                "http://[2002:7f00:1::]/",
                "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
                "http://[2001:db8::1]/",
                "http://[ff02::1]/",
                "http://localhost/",
                "http://LOCALHOST./",
                "http://db.internal/",
                "http://printer.local/",
                "http://a.localhost/",
                "http://router/",
                "http://8.8.8.8:25/",
                "https://8.8.8.8:22/",
                "ftp://8.8.8.8/",
                "http:///path"
            })
    void whatIsNearbyOrNotTheWebIsRefused(String url) {
        assertThatThrownBy(() -> guard.resolve(URI.create(url))).isInstanceOf(AddressRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://8.8.8.8/",
                "https://1.1.1.1:8443/hook",
                "http://172.32.0.1/",
                "http://100.128.0.1/",
                "http://[2606:4700:4700::1111]/",
                "https://[2a00:1450:4001::1]:443/"
            })
    void whatIsPublicIsConnectedToAtTheAddressThatWasChecked(String url) throws Exception {
        URI address = URI.create(url);

        var resolved = guard.resolve(address);

        assertThat(resolved.isUnresolved()).isFalse();
        assertThat(resolved.getPort())
                .isEqualTo(address.getPort() >= 0 ? address.getPort() : url.startsWith("https") ? 443 : 80);
    }

    @Test
    void whoAllowsThePrivateAllowsIt() throws Exception {
        assertThat(new AddressGuard(true)
                        .resolve(URI.create("http://127.0.0.1:81/"))
                        .getPort())
                .isEqualTo(81);
    }
}
