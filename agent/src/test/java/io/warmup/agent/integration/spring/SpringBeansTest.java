package io.warmup.agent.integration.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmup.agent.integration.libraries.EachVersion;
import io.warmup.agent.lifecycle.Beans;
import io.warmup.agent.lifecycle.Scope;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.context.support.GenericApplicationContext;

/** What a strategy can have of Spring's beans, and what it is told of those it cannot have. */
class SpringBeansTest {

  private final GenericApplicationContext context = new GenericApplicationContext();
  private final SpringApplication application = new SpringApplication(context);
  private final Beans beans = application.beans();
  private final AtomicInteger visits = new AtomicInteger();
  private final AtomicInteger visitsOver = new AtomicInteger();

  SpringBeansTest() {
    context.registerBean("rate", Integer.class, () -> 7);
    context.registerBean("currency", String.class, () -> "cents");
    context.registerBean("country", String.class, () -> "CH");
    context.getBeanFactory().registerScope("request", new NoRequest());
    context.getBeanFactory().registerScope("session", new NoRequest());
    context.registerBean(
        "visit",
        Visit.class,
        () -> new Visit(visits.incrementAndGet(), visitsOver),
        definition -> definition.setScope("request"));
    context.registerBean(
        "basket", Basket.class, Basket::new, definition -> definition.setScope("session"));
    context.refresh();
  }

  @EachVersion(of = "spring", packages = "org.springframework.")
  void areHadByTypeAndByName() {
    assertThat(beans.get(Integer.class)).isEqualTo(7);
    assertThat(beans.get("currency", String.class)).isEqualTo("cents");
    assertThat(beans.has("currency")).isTrue();
    assertThat(beans.has("curency")).isFalse();
  }

  @EachVersion(of = "spring", packages = "org.springframework.")
  void mayBeMissingWhereTheyAreOptional() {
    assertThat(beans.find(Integer.class)).contains(7);
    assertThat(beans.find(Thread.class)).isEmpty();
    assertThat(beans.find(String.class)).as("one of two").isEmpty();
  }

  @EachVersion(of = "spring", packages = "org.springframework.")
  void cannotBeHadForAReasonInWords() {
    cannotBeHad(() -> beans.get(Thread.class), "no bean is a java.lang.Thread");
    cannotBeHad(
        () -> beans.get(String.class),
        "several beans are a java.lang.String: [currency, country]; ask for one by its name");
    cannotBeHad(
        () -> beans.get("curency", String.class),
        "no bean is named 'curency'; of type java.lang.String there are [currency, country]");
    cannotBeHad(
        () -> beans.get("rate", Thread.class),
        "bean 'rate' is a java.lang.Integer, not a java.lang.Thread");
  }

  @EachVersion(of = "spring", packages = "org.springframework.")
  void areNotHadOfAScopeThatIsNotActive() {
    String inactive = " is in a scope that is not active while a strategy runs";
    String type = "the bean of type " + Basket.class.getName();
    cannotBeHad(() -> beans.get("basket", Basket.class), "bean 'basket'" + inactive);
    cannotBeHad(() -> beans.get(Basket.class), type + inactive);
    assertThat(beans.find(Basket.class)).isEmpty();
  }

  @EachVersion(of = "spring", packages = "org.springframework.")
  void ofARequestAreTheUnitOfWorksOwn() throws Exception {
    try (Scope request = application.newScope();
        Scope another = application.newScope()) {
      assertThat(request.call(this::visit)).isEqualTo(1);
      assertThat(another.call(this::visit)).isEqualTo(2);
      assertThat(request.call(this::visit)).as("the same as before").isEqualTo(1);
      cannotBeHad(this::visit, "bean 'visit' is in a scope that is not active");
      assertThat(visitsOver).hasValue(0);
    }
    assertThat(visitsOver).as("those that were destroyed").hasValue(2);
  }

  @EachVersion(of = "spring", packages = "org.springframework.")
  void knowNoRequestWhereTheApplicationHasNone() {
    try (GenericApplicationContext plain = new GenericApplicationContext()) {
      plain.refresh();
      assertThat(new SpringApplication(plain).newScope()).isSameAs(Scope.NONE);
    }
  }

  private int visit() {
    return beans.get("visit", Visit.class).number();
  }

  private static void cannotBeHad(Runnable ask, String reason) {
    assertThatThrownBy(ask::run)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageStartingWith(reason);
  }

  /** What belongs to one request. */
  record Visit(int number, AtomicInteger over) implements AutoCloseable {

    @Override
    public void close() {
      over.incrementAndGet();
    }
  }

  /** What belongs to a session. */
  record Basket() {}

  /** As Spring's own on a thread without a request. */
  private static final class NoRequest implements org.springframework.beans.factory.config.Scope {

    @Override
    public Object get(String name, ObjectFactory<?> factory) {
      throw new IllegalStateException("no thread-bound request found");
    }

    @Override
    public Object remove(String name) {
      throw new IllegalStateException("no thread-bound request found");
    }

    @Override
    public void registerDestructionCallback(String name, Runnable callback) {}

    @Override
    public Object resolveContextualObject(String key) {
      return null;
    }

    @Override
    public String getConversationId() {
      return null;
    }
  }
}
