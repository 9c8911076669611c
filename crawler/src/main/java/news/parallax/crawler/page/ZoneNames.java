package news.parallax.crawler.page;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Time zones by the names that feeds give them. Of abbreviations that several parts of the world use, the one is meant
 * that RFC 822 knows, else that of most people who publish under it: IST is India's, BST Britain's.
 */
final class ZoneNames {

    /** Turns a time of the clock there into an instant. */
    interface Zone {
        Instant at(LocalDateTime time);
    }

    static final Zone UTC = offset(0);

    /** Name and offset, hours and minutes as +hhmm or -hhmm. */
    private static final String ABBREVIATIONS = """
            utc 0 gmt 0 ut 0 z 0 zulu 0 wet 0 gmtz 0 utcz 0
            мск 300
            est -500 edt -400 et -500 cst -600 cdt -500 ct -600 mst -700 mdt -600 mt -700 pst -800 pdt -700 pt -800
            ast -400 adt -300 at -400 nst -330 ndt -230 nt -330 akst -900 akdt -800 hst -1000 hast -1000 hadt -900 hdt -900 sst -1100
            bst 100 west 100 cet 100 cest 200 met 100 mest 200 mez 100 mesz 200 eet 200 eest 300 msk 300 msd 400 trt 300 fet 300
            wat 100 cat 200 sast 200 eat 300 azot -100 azost 0 cvt -100
            ist 530 pkt 500 npt 545 bdt 600 btt 600 mmt 630 slst 530 aft 430 irst 330 irdt 430 gst 400 ict 700 wib 700 wita 800 wit 900
            myt 800 sgt 800 hkt 800 pht 800 awst 800 jst 900 kst 900 acst 930 acdt 1030 aest 1000 aedt 1100 lhst 1030 lhdt 1100
            nzst 1200 nzdt 1300 chst 1000 fjt 1200 tot 1300 chast 1245 chadt 1345 sbt 1100 pgt 1000
            brt -300 brst -200 art -300 clt -400 clst -300 cot -500 pet -500 ect -500 vet -400 bot -400 pyt -400 pyst -300 uyt -300
            uyst -200 gft -300 gyt -400 srt -300 fnt -200 amt -400 act -500
            uzt 500 tmt 500 tjt 500 kgt 600 almt 600 azt 400 get 400 samt 400 yekt 500 omst 600 novt 700 krat 700 irkt 800 yakt 900
            vlat 1000 magt 1100 pett 1200 mut 400 sct 400 ret 400 idt 300 ulat 800 hovt 700
            a -100 b -200 c -300 d -400 e -500 f -600 g -700 h -800 i -900 k -1000 l -1100 m -1200
            n 100 o 200 p 300 q 400 r 500 s 600 t 700 u 800 v 900 w 1000 x 1100 y 1200
            """;

    private static final Map<String, Zone> BY_ABBREVIATION = new HashMap<>();

    static {
        String[] words = ABBREVIATIONS.strip().split("\\s+");
        for (int i = 0; i < words.length; i += 2) {
            int hoursAndMinutes = Integer.parseInt(words[i + 1]);
            BY_ABBREVIATION.put(words[i], offset((hoursAndMinutes / 100 * 60 + hoursAndMinutes % 100) * 60));
        }
    }

    /** The identifiers of the zone database, in lower case; loaded when the first one is met. */
    private static final class Identifiers {

        private static final Map<String, ZoneId> BY_NAME = new HashMap<>();

        static {
            for (String id : ZoneId.getAvailableZoneIds()) {
                BY_NAME.put(id.toLowerCase(Locale.ROOT), ZoneId.of(id));
            }
        }
    }

    private ZoneNames() {}

    static Zone offset(int seconds) {
        return time -> time.toInstant(ZoneOffset.UTC).minusSeconds(seconds);
    }

    /** The zone of an abbreviation in lower case; single letters are the military's, with the signs of RFC 822. */
    static Optional<Zone> ofAbbreviation(String name) {
        return Optional.ofNullable(BY_ABBREVIATION.get(name));
    }

    /** The zone of an identifier such as Europe/Brussels, in any case. */
    static Optional<Zone> ofIdentifier(String name) {
        return Optional.ofNullable(Identifiers.BY_NAME.get(name.toLowerCase(Locale.ROOT)))
                .map(id -> time -> time.atZone(id).toInstant());
    }
}
