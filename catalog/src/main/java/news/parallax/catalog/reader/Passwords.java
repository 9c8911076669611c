package news.parallax.catalog.reader;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.error.CatalogException.Exhausted;
import news.parallax.catalog.error.CatalogException.Invalid;

/**
 * Hashes passwords and compares them. That is costly on purpose, so it is done on a few threads of its own: neither an event
 * loop nor the carriers of virtual threads are kept from other calls, and memory has a limit.
 */
@Singleton
class Passwords {
    private final CatalogConfig.Password config;
    private final Argon2 argon2;
    private final SecureRandom random = new SecureRandom();
    private final ThreadPoolExecutor threads;
    /** Of nobody: what a password is compared with if there is no hash, so that it takes the same time. */
    private final String nobodys;

    Passwords(CatalogConfig config) {
        this.config = config.reader().password();
        this.argon2 = new Argon2(Math.toIntExact(this.config.memory().asLongValue() / 1024), this.config.passes());
        this.threads = new ThreadPoolExecutor(
                this.config.hashingsMax(),
                this.config.hashingsMax(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(this.config.waitingMax()),
                Thread.ofPlatform().daemon().name("password-", 0).factory());
        this.nobodys = argon2.hash("", salt());
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    /** Returns the hash of a new password; PASSWORD_INVALID if it is too short or too long. */
    String hash(String password) {
        String normal = normal(password);
        int length = normal.codePointCount(0, normal.length());
        if (length < config.charactersMin() || length > config.charactersMax()) {
            throw new Invalid(
                    "PASSWORD_INVALID",
                    "The password has %d characters, not %d to %d"
                            .formatted(length, config.charactersMin(), config.charactersMax()),
                    Map.of(
                            "characters", String.valueOf(length),
                            "characters_min", String.valueOf(config.charactersMin()),
                            "characters_max", String.valueOf(config.charactersMax())));
        }
        return work(() -> argon2.hash(normal, salt()));
    }

    /** Whether this is the password of a hash. Without a hash it is not, and that takes as long to say. */
    boolean matches(String password, Optional<String> hash) {
        // one that can be nobody's is not worth reading to its end
        String read = password.length() > 2 * config.charactersMax() ? "" : normal(password);
        return work(() -> Argon2.matches(read, hash.orElse(nobodys))) && hash.isPresent();
    }

    private <T> T work(Supplier<T> hashing) {
        try {
            return CompletableFuture.supplyAsync(hashing, threads).join();
        } catch (RejectedExecutionException e) {
            throw new Exhausted(
                    "PASSWORDS_BUSY",
                    "%d calls wait for passwords to be hashed, which is the most".formatted(config.waitingMax()),
                    Map.of("waiting_max", String.valueOf(config.waitingMax())));
        }
    }

    private byte[] salt() {
        byte[] salt = new byte[Argon2.SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
