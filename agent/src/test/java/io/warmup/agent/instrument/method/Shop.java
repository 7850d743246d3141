package io.warmup.agent.instrument.method;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something to hook. */
public class Shop {

  public String mixed(
      long first, String a, double second, char c, String[][] none, float third, String b) {
    return first + a + second + c + third + b;
  }

  public static String twice(double number, String text) {
    return text + text + number;
  }

  public String price(String product) {
    return product;
  }

  public String price(int number) {
    return "" + number;
  }

  public String größe() {
    return "XL";
  }

  public String day(int day) {
    switch (day) {
      case 1:
        return "Monday";
      case 2:
        return "Tuesday";
      case 3:
        return "Wednesday";
      default:
        return "another";
    }
  }

  public String colour(String name) {
    return switch (name) {
      case "red", "orange" -> "warm";
      case "blue" -> "cold";
      default -> "none";
    };
  }

  public String drain(Iterator<?> elements) {
    while (elements.hasNext()) {
      elements.next();
    }
    return "drained";
  }

  public String parse(String number) {
    try {
      return "" + Integer.parseInt(number);
    } catch (NumberFormatException e) {
      return "no number";
    }
  }

  public String chosen(boolean yes) {
    return new StringBuilder(yes ? "yes" : "no").append('!').toString();
  }

  public String annotated(String element) {
    List<@Nullable String> elements = new ArrayList<>();
    elements.add(element);
    return elements.toString();
  }

  @Override
  public String toString() {
    return "shop";
  }
}
