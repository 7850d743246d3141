package com.acme.prices.plain;

import com.acme.prices.Prices;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** gRPC, with texts for messages. */
public final class GrpcServer {

  private static final MethodDescriptor<String, String> QUOTE =
      MethodDescriptor.<String, String>newBuilder()
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName("prices/quote")
          .setRequestMarshaller(new Utf8())
          .setResponseMarshaller(new Utf8())
          .build();

  private GrpcServer() {}

  /** The argument is the port. */
  public static void main(String[] arguments) throws Exception {
    Server server =
        ServerBuilder.forPort(Integer.parseInt(arguments[0]))
            .addService(
                ServerServiceDefinition.builder("prices")
                    .addMethod(
                        QUOTE,
                        ServerCalls.asyncUnaryCall(
                            (product, response) -> {
                              response.onNext(Prices.shared().quote(product));
                              response.onCompleted();
                            }))
                    .build())
            .build();
    server.start();
    server.awaitTermination();
  }

  /** Asks such a server. */
  public static final class Client {

    private Client() {}

    /** The arguments are the port and a product; the answer is printed. */
    public static void main(String[] arguments) {
      ManagedChannel channel =
          ManagedChannelBuilder.forAddress("127.0.0.1", Integer.parseInt(arguments[0]))
              .usePlaintext()
              .build();
      String answer =
          ClientCalls.blockingUnaryCall(channel, QUOTE, io.grpc.CallOptions.DEFAULT, arguments[1]);
      System.out.println(answer);
      channel.shutdownNow();
    }
  }

  private static final class Utf8 implements MethodDescriptor.Marshaller<String> {

    @Override
    public InputStream stream(String text) {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String parse(InputStream bytes) {
      try {
        return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
