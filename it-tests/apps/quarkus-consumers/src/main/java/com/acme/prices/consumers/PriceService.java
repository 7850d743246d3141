package com.acme.prices.consumers;

import com.acme.prices.Prices;
import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCalls;
import io.quarkus.grpc.GrpcService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The gRPC method {@code prices/quote}: text in, text out. */
@GrpcService
public class PriceService implements BindableService {

  private final Prices prices;

  PriceService(Prices prices) {
    this.prices = prices;
  }

  @Override
  public ServerServiceDefinition bindService() {
    MethodDescriptor<String, String> quote =
        MethodDescriptor.<String, String>newBuilder(new Text(), new Text())
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName("prices/quote")
            .build();
    return ServerServiceDefinition.builder("prices")
        .addMethod(
            quote,
            ServerCalls.asyncUnaryCall(
                (product, answer) -> {
                  answer.onNext(prices.quote(product));
                  answer.onCompleted();
                }))
        .build();
  }

  private static final class Text implements Marshaller<String> {

    @Override
    public InputStream stream(String text) {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String parse(InputStream stream) {
      try {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
