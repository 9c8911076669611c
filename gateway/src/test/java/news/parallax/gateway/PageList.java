package news.parallax.gateway;

import java.util.List;

/** Every page of the gateway, with the {@link Edition} behind it: a new page is checked by standing here. */
final class PageList {
    /**
     * One page.
     *
     * @param name of its pictures
     * @param path where it is
     * @param status what it answers with
     * @param plan whose reader asks; empty for a visitor
     */
    record Page(String name, String path, int status, String plan) {
        @Override
        public String toString() {
            return plan.isEmpty() ? path : path + " for " + plan;
        }
    }

    static final List<Page> ALL = List.of(
            open("front", "/"),
            open("latest", "/latest"),
            open("gaps", "/gaps"),
            open("story", "/stories/" + Edition.HUB),
            open("story-chosen", "/stories/" + Edition.HUB + "?sort=side&language=en&access=free"),
            open("story-hostile", "/stories/" + Edition.HOSTILE),
            open("story-regrouped", "/stories/" + Edition.PATCH),
            open("story-gap", "/stories/" + Edition.FERRY),
            open("story-alone", "/stories/" + Edition.LONE),
            open("story-side", "/stories/" + Edition.HUB + "?side=left"),
            new Page("story-vantage", "/stories/" + Edition.HUB, 200, "vantage"),
            open("topics", "/topics"),
            open("topics-places", "/topics?kind=place"),
            open("topic", "/topics/BE"),
            open("place", "/places/BE"),
            open("search-empty", "/search"),
            open("search", "/search?q=Li%C3%A8ge&sort=latest&side=left"),
            open("search-nothing", "/search?q=%22no+such+words%22"),
            open("briefing", "/briefing"),
            open("briefing-day", "/briefing/2026-10-05"),
            open("editions", "/editions"),
            open("edition-country", "/editions/BE"),
            open("edition-language", "/editions/de"),
            open("sources", "/sources"),
            open("source", "/sources/harbor.example"),
            new Page("source-vantage", "/sources/harbor.example", 200, "vantage"),
            open("embed", "/embed/stories/" + Edition.HUB),
            new Page("report", "/stories/" + Edition.HUB + "/report", 200, "free"),
            new Page(
                    "report-article",
                    "/stories/" + Edition.HUB + "/report?article=" + Edition.articleId("https://harbor.example/hub"),
                    200,
                    "free"),
            new Page("report-sent", "/stories/" + Edition.HUB + "/report?sent=true", 200, "free"),
            open("log-in", "/log-in"),
            open("sign-up", "/sign-up"),
            new Page("log-in-provider", "/log-in/provider", 404, ""),
            new Page("following", "/following", 200, "free"),
            new Page("saved", "/saved", 200, "free"),
            new Page("balance", "/balance", 200, "vantage"),
            new Page("settings", "/settings", 200, "premium"),
            new Page("webhooks", "/settings/webhooks", 200, "vantage"),
            new Page("webhooks-dead", "/settings/webhooks?state=dead", 200, "vantage"),
            new Page("webhooks-locked", "/settings/webhooks", 200, "free"),
            new Page("desk", "/desk", 200, "operator"),
            new Page("desk-feeds", "/desk/feeds", 200, "operator"),
            new Page("desk-groupings", "/desk/groupings", 200, "operator"),
            new Page("desk-imports", "/desk/imports", 200, "operator"),
            new Page("desk-readers", "/desk/readers", 200, "operator"),
            open("plans", "/plans"),
            new Page("plans-reader", "/plans", 200, "premium"),
            new Page("error-not-found", "/nothing", 404, ""),
            new Page("error-bad-address", "/?cursor=x", 400, ""));

    private PageList() {}

    private static Page open(String name, String path) {
        return new Page(name, path, 200, "");
    }
}
