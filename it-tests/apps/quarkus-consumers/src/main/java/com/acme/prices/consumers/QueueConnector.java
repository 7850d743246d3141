package com.acme.prices.consumers;

import com.acme.prices.PriceQueue;
import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.connector.InboundConnector;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/** Brings what stands in the queue; a message is answered when it is acknowledged. */
@ApplicationScoped
@Connector("prices-queue")
public class QueueConnector implements InboundConnector {

  @Override
  public Flow.Publisher<? extends Message<?>> getPublisher(Config config) {
    int port = config.getValue("port", Integer.class);
    return Multi.createFrom()
        .emitter(
            messages ->
                new PriceQueue(
                        port,
                        text -> {
                          Question question = new Question(text);
                          messages.emit(Message.of(question));
                          return question.awaitAnswer();
                        })
                    .consume());
  }
}
