package news.parallax.gateway.subject;

import java.util.List;

/**
 * The list of subjects as a page.
 *
 * @param kind what is listed
 * @param subjects those with most stories first
 * @param moreHref where the list goes on; empty at its end
 */
record SubjectList(SubjectLabel kind, List<SubjectRecordView> subjects, String moreHref) {
    /** What can be listed. */
    public List<SubjectLabel> kinds() {
        return List.of(SubjectLabel.TOPIC, SubjectLabel.PERSON, SubjectLabel.PLACE, SubjectLabel.NAME);
    }

    /** Address of a subject's page. */
    public String href(SubjectRecordView subject) {
        return SubjectPage.href(subject);
    }
}
