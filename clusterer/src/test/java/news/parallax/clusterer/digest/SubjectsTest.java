package news.parallax.clusterer.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.parallax.clusterer.digest.Subject.Kind;
import org.junit.jupiter.api.Test;

class SubjectsTest {

    private final ToldStory story = new ToldStory();
    private int count;

    @Test
    void oneBearerIsOneSubjectUnderItsFullName() {
        said("On Monday night President Marta Ilven signed the treaty that both houses had approved in June.");
        said("In a short speech Mrs. Ilven thanked the negotiators who had worked on the treaty for nine years.");
        said("Critics of Ilven say that the treaty leaves the question of the islands where it has been.");
        assertThat(subject("Marta Ilven")).isEqualTo(new Subject("Marta Ilven", Kind.PERSON, 3, "", "a0"));
        assertThat(texts()).doesNotContain("Ilven", "President Marta Ilven");
    }

    @Test
    void aLastNameOfTwoPersonsIsNeithers() {
        said("The brothers Piet Ilven and Marta Ilven both voted on Monday for the new treaty of the union.");
        said("After the vote Piet Ilven and Marta Ilven left the hall of the parliament in one car together.");
        said("A lawyer of the family said that Ilven had not been paid for the vote on the treaty.");
        said("A paper wrote in May that Ilven had been offered a post for a vote on the treaty.");
        assertThat(subject("Piet Ilven").outlets()).isEqualTo(2);
        assertThat(subject("Marta Ilven").outlets()).isEqualTo(2);
        assertThat(texts()).doesNotContain("Ilven");
    }

    @Test
    void aCountryIsAPlaceUnderOneNameAndACityOfNoListIsAName() {
        said("The ministers of the U.S. and of Norway met on Monday in Tarvos to speak about the treaty.");
        said("In Tarvos, the United States and Norway agreed on Monday to open the border for one year.");
        assertThat(subject("United States"))
                .extracting(Subject::kind, Subject::country, Subject::outlets)
                .containsExactly(Kind.PLACE, "US", 2);
        assertThat(subject("Norway").country()).isEqualTo("NO");
        assertThat(subject("Tarvos").kind()).isEqualTo(Kind.NAME);
    }

    @Test
    void whatBeginsASentenceAndDaysLanguagesAndAgenciesAreNoNames() {
        said("Yesterday the Russian minister told Reuters that the border would be opened by Friday at noon.");
        said("Yesterday a Russian paper said with Reuters that the border would be opened by Friday at noon.");
        assertThat(texts()).doesNotContain("Yesterday", "Russian", "Reuters", "Friday");
    }

    @Test
    void anOutletCountsOnceHoweverOftenItNamesSomebody() {
        story.report("a.example", "One", "On Monday the mayor met Marta Ilven to speak about the treaty of June.");
        story.report("a.example", "Two", "On Tuesday the mayor met Marta Ilven to speak about the treaty of May.");
        story.report("b.example", "Three", "On Friday the mayor met Marta Ilven to speak about the bill of May.");
        assertThat(subject("Marta Ilven").outlets()).isEqualTo(2);
    }

    @Test
    void whatOneOutletOfSeveralNamesSaysNothingOfTheStory() {
        said("On Monday the mayor met Marta Ilven to speak about the treaty of June and the islands.");
        said("On Monday the mayor spoke about the treaty of June and the islands with her guests.");
        assertThat(texts()).doesNotContain("Marta Ilven");
    }

    @Test
    void anAgeTellsAPersonAndAFirstNameIsHers() {
        said("The prize goes to Marta Ilven, 34, who has drawn the islands of the north for years.");
        said("The judges gave the prize to Marta Ilven, 34, for drawings of the islands of the north.");
        said("At the ceremony Marta said that the islands had changed more than the drawings of them.");
        assertThat(subject("Marta Ilven"))
                .extracting(Subject::kind, Subject::outlets)
                .containsExactly(Kind.PERSON, 3);
    }

    @Test
    void formsOfANameInALanguageThatInflectsNamesAreOne() {
        storyInRussian("Вчера в Тарвосе министр показал журналистам новый мост, который построил Пётр Шугалеев.");
        storyInRussian("По словам министра, на открытии моста в Тарвосе не было самого Петра Шугалеева и его жены.");
        assertThat(texts()).filteredOn(text -> text.contains("Шугалеев")).hasSize(1);
    }

    @Test
    void wordsThatWeighMuchInManyReportsAreTopics() {
        said("The treaty on the islands was signed on Monday after nine years of talks about fishing.");
        said("After nine years of talks about fishing the treaty was signed on Monday by both sides.");
        said("Nine years of talks about fishing end with a treaty that was signed on Monday night.");
        assertThat(subject("fishing"))
                .extracting(Subject::kind, Subject::outlets)
                .containsExactly(Kind.TOPIC, 3);
    }

    private void storyInRussian(String sentence) {
        story.in("ru").report("outlet" + count + ".example", "Мост " + count++, sentence);
    }

    private void said(String sentence) {
        story.report("outlet" + count + ".example", "Report " + count++, sentence);
    }

    private List<String> texts() {
        return story.details().subjects().stream().map(Subject::text).toList();
    }

    private Subject subject(String text) {
        return story.details().subjects().stream()
                .filter(subject -> subject.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not among " + texts()));
    }
}
