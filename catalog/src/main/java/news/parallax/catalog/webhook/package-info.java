/** Knows whom readers want to have told what changes of stories, makes the messages, and remembers what became of them. */
package news.parallax.catalog.webhook;
