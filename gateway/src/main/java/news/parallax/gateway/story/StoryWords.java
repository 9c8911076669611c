package news.parallax.gateway.story;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages and cards of stories. */
@MessageBundle("story")
public interface StoryWords {
    @Message("First reported")
    String firstReported();

    @Message("updated")
    String updated();

    @Message("in the list")
    String inTheList();

    @Message("written by {model} from the article it cites")
    String writtenFrom(String model);

    @Message("Written by {model}.")
    String writtenBy(String model);

    @Message("How the sides tell it")
    String howSides();

    @Message("{n} {#if n == 1}outlet{#else}outlets{/if}")
    String outlets(int n);

    @Message("Its reports add nothing to the points above.")
    String nothingToAdd();

    @Message("Words it uses more")
    String wordsMore();

    @Message("{n} of {of}, elsewhere {others} of {otherOf}")
    String termUse(int n, int of, int others, int otherOf);

    @Message("Score {score}.")
    String score(String score);

    @Message("None: no word differs by more than chance would make.")
    String noTerms();

    @Message(
            "Not enough to compare with: {n} {#if n == 1}outlet{#else}outlets{/if} on the other sides, {min} are needed.")
    String tooFewOthers(int n, int min);

    @Message(
            "Not enough: {n} {#if n == 1}outlet has a report of its own{#else}outlets have a report of their own{/if}, {min} are needed.")
    String tooFew(int n, int min);

    @Message(
            "Not enough: {n} {#if n == 1}outlet has a report of its own{#else}outlets have a report of their own{/if} in {language}, {min} are needed.")
    String tooFewIn(int n, int min, String language);

    @Message("How are sides compared?")
    String howCompared();

    @Message("By titles and sentences of independent reports.")
    String comparedBy();

    @Message("By titles and sentences of independent reports in {language}.")
    String comparedByIn(String language);

    @Message(
            "An outlet counts a word or a pair of words once, however often it uses it. The score says by how many standard deviations the odds of a side differ from those of the other two together, with all reports of the story as the prior (Monroe, Colaresi and Quinn 2008). Shown are words of at least {outlets} outlets with a score of {score} or more; of forty words that all use alike, chance lifts about one so far.")
    String compareRule(int outlets, String score);

    @Message("{n} {#if n == 1}Article{#else}Articles{/if}")
    String articles(int n);

    @Message("Articles by side")
    String bySide();

    @Message("All")
    String all();

    @Message("Opinion")
    String opinion();

    @Message("Live page")
    String live();

    @Message("Video")
    String video();

    @Message("Sponsored")
    String sponsored();

    @Message("News")
    String news();

    @Message("Paywall")
    String paywall();

    @Message("Untitled article")
    String untitled();

    @Message("Translated by {engine}")
    String translatedBy(String engine);

    @Message("Copy of")
    String copyOf();

    @Message("the report in {outlet}")
    String reportIn(String outlet);

    @Message("Copy of another report in this story")
    String copyOfOther();

    @Message("credits {agency}")
    String credits(String agency);

    @Message("Credits {agency}")
    String creditsOnly(String agency);

    @Message("{n} {#if n == 1}copy in another outlet{#else}copies in other outlets{/if}")
    String copies(int n);

    @Message("Changed")
    String changed();

    @Message("Earlier headline:")
    String earlierHeadline();

    @Message("then")
    String then();

    @Message("No articles from this side.")
    String noArticles();

    @Message("See all of them")
    String seeAll();

    @Message("Earlier articles")
    String earlierArticles();

    @Message("Coverage of this story")
    String coverage();

    @Message("Bias")
    String bias();

    @Message("Coverage details")
    String details();

    @Message("Total sources")
    String totalSources();

    @Message("Leaning left")
    String leaningLeft();

    @Message("Leaning right")
    String leaningRight();

    @Message("Last updated")
    String lastUpdated();

    @Message("First report")
    String firstReport();

    @Message("Uncertain.")
    String uncertain();

    @Message("has the earliest time")
    String earliest();

    @Message("a full hour, perhaps rounded")
    String doubtHour();

    @Message("only the day is known")
    String doubtDay();

    @Message("found then; no time of publication")
    String doubtDiscovery();

    @Message("May have been first too:")
    String maybeFirst();

    @Message("and {n} more")
    String more(int n);

    @Message("Of reports that copy no other. Those within {minutes} minutes are taken to be of the same time.")
    String firstRule(long minutes);

    @Message("Who and what it names")
    String subjects();

    @Message("People")
    String people();

    @Message("Places")
    String places();

    @Message("Other names")
    String names();

    @Message("Topics")
    String topics();

    @Message("With the number of outlets that name it in a report of their own.")
    String subjectsRule();

    @Message("{n} {#if n == 1}Image{#else}Images{/if}")
    String images(int n);

    @Message("Image at {outlet}")
    String imageAt(String outlet);

    @Message("At their outlets: Parallax loads none of them.")
    String imagesRule();

    @Message("Outlets by bias")
    String outletsByBias();

    @Message("Factuality")
    String factuality();

    @Message("The mean of each source’s raters; its page names them.")
    String factualityRule();

    @Message("Ownership")
    String ownership();

    @Message("A source with owners of two sorts counts in both.")
    String ownershipRule();

    @Message("Who owns them")
    String whoOwns();

    @Message("Not known")
    String notKnown();

    @Message("Why is this here?")
    String why();

    @Message("It has been moved here since; these numbers tell of the story it was in before.")
    String outdated();

    @Message("It repeats the text of another report in this story.")
    String repeats();

    @Message("The story began with this article.")
    String founder();

    @Message("Hardly the same event by its words")
    String hardlySame();

    @Message("Almost surely the same event")
    String surelySame();

    @Message("Very probably the same event")
    String veryProbablySame();

    @Message("Probably the same event")
    String probablySame();

    @Message("{n}%")
    String percent(long n);

    @Message("the mean over {#if n == 1}the one article{#else}{n} articles{/if} of the story that it was compared with")
    String meanOver(int n);

    @Message("{n}% is enough to join.")
    String enough(long n);

    @Message("{kind} {percent}%")
    String evidence(String kind, long percent);

    @Message
    String evidenceKind(EvidenceKind kind);

    @Message("{n}% like the articles that were here when it came")
    String likeness(long n);

    @Message("Shares")
    String shares();

    @Message("Nearest articles:")
    String nearest();

    @Message("published at the same time")
    String sameTime();

    @Message("published {gap} earlier")
    String earlier(String gap);

    @Message("published {gap} later")
    String later(String gap);

    @Message("Names and numbers in both:")
    String namesInBoth();

    @Message("Rare words in both:")
    String wordsInBoth();

    @Message("The next best story is part of this one by now.")
    String nextIsHere();

    @Message("No story reached {n}%; the nearest was")
    String noneReached(long n);

    @Message("The next best story was")
    String nextBest();

    @Message("another story")
    String anotherStory();

    @Message("with {n}%.")
    String with(long n);

    @Message("No other story had anything in common with it.")
    String noOther();

    @Message("Sort and filter")
    String sortAndFilter();

    @Message("Order")
    String sort();

    @Message("Newest first")
    String newest();

    @Message("Oldest first")
    String oldest();

    @Message("Left to right")
    String byOutletSide();

    @Message("Language")
    String language();

    @Message("Country")
    String country();

    @Message("Kind")
    String kind();

    @Message("Any")
    String any();

    @Message("Free to read only ({n})")
    String freeOnly(int n);

    @Message("Show")
    String apply();

    @Message("{n} of {total} shown")
    String chosen(int n, int total);

    @Message("Chosen from the latest {n.grouped} articles.")
    String searched(int n);

    @Message("No article fits this choice.")
    String noneChosen();

    @Message("and {n} more")
    String moreCopies(int n);

    @Message("How it unfolded")
    String timeline();

    @Message("First reports")
    String firstReports();

    @Message("earliest")
    String placeFirst();

    @Message("may have been first")
    String placeMaybe();

    @Message("All articles by time")
    String allByTime();

    @Message("Outlets over time")
    String overTime();

    @Message("How many outlets of each side had the story, from {start} until now; at most {most}.")
    String overTimeFrom(String start, int most);

    @Message("now")
    String now();

    @Message("The numbers as a table")
    String asTable();

    @Message("Since")
    String since();

    @Message("How it was regrouped")
    String events();

    @Message("by the machine")
    String byMachine();

    @Message("by an editor")
    String byEditor();

    @Message("Another story became part of this one, with {n} {#if n == 1}article{#else}articles{/if}")
    String merged(int n);

    @Message("{n} {#if n == 1}article became a story of its own{#else}articles became a story of their own{/if}")
    String splitFrom(int n);

    @Message("It was taken out of another story, with {n} {#if n == 1}article{#else}articles{/if}")
    String splitInto(int n);

    @Message("{n} {#if n == 1}article came{#else}articles came{/if} from another story")
    String movedIn(int n);

    @Message("{n} {#if n == 1}article went{#else}articles went{/if} to another story")
    String movedOut(int n);

    @Message("Articles were confirmed here")
    String pinned();

    @Message("A confirmation was taken back")
    String unpinned();

    @Message("undone since")
    String undone();

    @Message("undoes an earlier change")
    String undoing();

    @Message("see it")
    String seeOther();

    @Message("More articles")
    String moreArticles();

    @Message("Report a wrong grouping")
    String reportWrong();
}
