package news.parallax.crawler.feed;

import java.util.List;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Markup of feeds without what runs or loads by itself but pictures: no scripts, handlers, style sheets, frames, objects. It is
 * read for its text and never shown, so what only looks different (forms, old elements) may stay.
 */
final class SafeHtml {

    /** Their tags alone, because a parser of HTML takes what follows for text of theirs. */
    private static final Pattern FRAMES =
            Pattern.compile("(?i)</?(iframe|frame|noembed|noframes|noscript|plaintext|xmp)\\b[^>]*>");

    private static final List<String> ADDRESSES = List.of(
            "href",
            "src",
            "action",
            "cite",
            "longdesc",
            "background",
            "poster",
            "dynsrc",
            "lowsrc",
            "data",
            "icon",
            "ping");

    private static final Safelist SAFE = safelist();

    private SafeHtml() {}

    private static Safelist safelist() {
        Safelist safe = new Safelist()
                .addTags(
                        ("a abbr acronym address area article aside audio b big blockquote br button canvas caption center cite"
                                        + " code col colgroup command datagrid datalist dd del details dfn dialog dir div dl dt em"
                                        + " event-source fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i img"
                                        + " input ins kbd keygen label legend li m map menu meter multicol nav nextid ol optgroup"
                                        + " option output p pre progress q s samp section select small sound source spacer span strike"
                                        + " strong sub sup table tbody td textarea tfoot th thead time tr tt u ul var video")
                                .split(" "))
                .addAttributes(
                        ":all",
                        ("abbr accept accept-charset accesskey action align alt autocomplete autofocus axis background"
                                        + " balance bgcolor bgproperties border bordercolor bordercolordark bordercolorlight"
                                        + " bottompadding cellpadding cellspacing ch challenge char charoff charset checked choff cite"
                                        + " class clear color cols colspan compact contenteditable controls coords data datafld"
                                        + " datapagesize datasrc datetime default delay dir disabled draggable dynsrc enctype end face"
                                        + " for form frame galleryimg gutter headers height hidden hidefocus high href hreflang hspace"
                                        + " icon id inputmode ismap keytype label lang leftspacing list longdesc loop loopcount loopend"
                                        + " loopstart low lowsrc max maxlength media method min multiple name nohref noshade nowrap"
                                        + " open optimum pattern ping point-size poster pqg preload prompt radiogroup readonly rel"
                                        + " repeat-max repeat-min replace required rev rightspacing rows rowspan rules scope selected"
                                        + " shape size span src srcset start step style summary suppress tabindex target template title"
                                        + " toppadding type unselectable urn usemap valign value variable volume vrml vspace width wrap"
                                        + " xml:lang")
                                .split(" "));
        for (String attribute :
                "href src action cite longdesc background poster dynsrc lowsrc data icon ping".split(" ")) {
            safe.addProtocols(":all", attribute, "http", "https", "mailto", "ftp");
        }
        return safe.preserveRelativeLinks(true); // they were made absolute; what is empty stays so
    }

    /** Returns the body of a piece of HTML, cleaned, its addresses absolute. */
    static String of(String html, HttpUrl base) {
        Document dirty = Jsoup.parseBodyFragment(FRAMES.matcher(html).replaceAll(""), base.toString());
        dirty.select("script, style, applet, template").remove();
        for (String attribute : ADDRESSES) {
            for (Element element : dirty.select("[" + attribute + "]")) {
                if (!element.attr(attribute).isBlank()) {
                    element.attr(attribute, element.absUrl(attribute));
                }
            }
        }
        Document clean = new Cleaner(SAFE).clean(dirty);
        for (Element styled : clean.select("[style]")) {
            String style = SafeStyle.of(styled.attr("style"));
            if (style.isEmpty()) {
                styled.removeAttr("style");
            } else {
                styled.attr("style", style);
            }
        }
        clean.outputSettings().prettyPrint(false);
        return clean.body().html().strip();
    }
}
