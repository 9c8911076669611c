package news.parallax.crawler.page;

import okhttp3.HttpUrl;

/**
 * Who runs a host: hosts of one registrable domain (Public Suffix List) are one site.
 *
 * @param domain the registrable domain, or the host itself where there is none (addresses, "localhost")
 */
record Site(String domain) {

    static Site of(HttpUrl url) {
        String domain = url.topPrivateDomain();
        return new Site(domain == null ? url.host() : domain);
    }
}
