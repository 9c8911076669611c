package news.parallax.crawler.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where names and addresses lead: into the internet, or, when the guard is judged, to servers that play it. */
public interface Network {

    /** The addresses of a host, best first; at least one. */
    List<InetAddress> addresses(String host) throws UnknownHostException;

    /** Where a connection really goes to, after the guard has let its address pass. */
    InetSocketAddress route(InetSocketAddress address);

    /** The real one. */
    static Network internet() {
        return new Network() {
            @Override
            public List<InetAddress> addresses(String host) throws UnknownHostException {
                return List.of(InetAddress.getAllByName(host));
            }

            @Override
            public InetSocketAddress route(InetSocketAddress address) {
                return address;
            }
        };
    }
}
