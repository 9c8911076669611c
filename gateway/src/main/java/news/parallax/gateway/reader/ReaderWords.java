package news.parallax.gateway.reader;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages that belong to a reader. */
@MessageBundle("reader")
public interface ReaderWords {
    @Message("Save")
    String save();

    @Message("Remove")
    String remove();

    @Message("More")
    String more();

    @Message("Nothing saved yet. A story’s page has a button for it.")
    String nothingSaved();

    @Message("How the articles that you opened from here split by the bias of their outlets.")
    String balanceWhat();

    @Message("Period")
    String period();

    @Message("{count} {#if count == 1}article{#else}articles{/if} read")
    String articlesRead(int count);

    @Message("{#if count == 0}All{#else}{count} days{/if}")
    String days(int count);

    @Message("Percents are of articles of rated outlets. Your own ratings count in place of the raters’.")
    String balanceRule();

    @Message("What you read of whom")
    String outletsRead();

    @Message("Outlet")
    String outlet();

    @Message("Bias")
    String bias();

    @Message("Articles")
    String articles();

    @Message("To view your balance please")
    String balanceLocked();

    @Message("upgrade to {plan}")
    String upgrade(String plan);

    @Message("What you read last")
    String readLast();

    @Message("Forget all of it")
    String forget();

    @Message("Nothing read yet. Stories and articles that you open while logged in are counted here, and nowhere else.")
    String nothingRead();

    @Message("The latest of what you follow")
    String newsOfFollows();

    @Message("What you follow")
    String follows();

    @Message("Follow")
    String follow();

    @Message("No longer follow")
    String unfollow();

    @Message("You follow nothing yet. Pages of topics, places and outlets have a button for it.")
    String nothingFollowed();

    @Message("What you muted")
    String mutes();

    @Message("Mute")
    String mute();

    @Message("No longer mute")
    String unmute();

    @Message("You muted nothing.")
    String nothingMuted();

    @Message("Ratings of your own")
    String overrides();

    @Message("Rate it otherwise")
    String override();

    @Message("Counts in place of the raters’ in every split that you see, and for nobody else.")
    String overrideRule();

    @Message("instead of")
    String insteadOf();

    @Message("None. An outlet’s page has a form for it.")
    String nothingOverridden();

    @Message("You are on the {plan} plan.")
    String onPlan(String plan);

    @Message("Preferences")
    String preferences();

    @Message("As the browser says")
    String browserLanguage();

    @Message("Edition")
    String edition();

    @Message("The code of a country (BE) or a language (fr); may be empty.")
    String editionRule();

    @Message("Keep")
    String keep();

    @Message("Keys for programs")
    String keys();

    @Message("Your new key, which is shown this once:")
    String newKey();

    @Message("reads and changes what is yours")
    String keyPersonal();

    @Message("reads what everybody may read")
    String keyRead();

    @Message("last used")
    String lastUsed();

    @Message("End")
    String revoke();

    @Message("What to call it")
    String keyName();

    @Message("It may also read and change what is yours.")
    String keyPersonalRule();

    @Message("Make a key")
    String makeKey();

    @Message("Your plan has no keys.")
    String keysLocked();

    @Message("Where you are logged in")
    String sessions();

    @Message("this browser")
    String thisBrowser();

    @Message("End")
    String end();

    @Message("End all others")
    String endOthers();

    @Message("Current password")
    String currentPassword();

    @Message("New password")
    String newPassword();

    @Message("You will be logged out everywhere.")
    String passwordEnds();

    @Message("Change password")
    String changePassword();

    @Message("What is yours")
    String yours();

    @Message("Download everything that is known of you")
    String export();

    @Message("I am sure: account, follows, saved stories and history shall be gone, for good.")
    String deleteRule();

    @Message("Delete my account")
    String delete();

    @Message
    String notice(SettingsNotice notice);
}
