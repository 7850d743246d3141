package io.warmup.agent.instrument.caffeine;

import io.warmup.agent.bridge.WarmupStack;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * What the arguments of one call say of what it is for.
 *
 * @param names its texts that can be names; if it has none, its enum constants
 * @param lost whether an argument that may be one is not known any more: the method is compiled,
 *     and does not need it beyond this point
 */
record CallArguments(List<String> names, boolean lost) {

  private static final String TEXT = Type.getDescriptor(String.class);
  private static final int LONGEST = 100;

  static CallArguments of(StackWalker.StackFrame frame) {
    Object[] variables = WarmupStack.variables(frame);
    if (variables == null) {
      return new CallArguments(List.of(), false);
    }
    List<String> texts = new ArrayList<>();
    List<String> constants = new ArrayList<>();
    boolean textLost = false;
    boolean objectLost = false;
    int slot = 0;
    if (isReceiver(frame, variables)) {
      addConstant(variables[0], constants);
      slot = 1;
    }
    for (Type type : Type.getArgumentTypes(frame.getDescriptor())) {
      Object value = slot < variables.length ? variables[slot] : null;
      if (type.getDescriptor().equals(TEXT)) {
        textLost |= value != null && !(value instanceof String);
        addName(value, texts);
      } else if (type.getSort() == Type.OBJECT) {
        objectLost |= value != null && WarmupStack.isNumber(value);
        addConstant(value, constants);
      }
      slot += type.getSize();
    }
    return texts.isEmpty()
        ? new CallArguments(constants, textLost || objectLost)
        : new CallArguments(texts, textLost);
  }

  /** A static method that takes an object of its own class first is taken for one of that. */
  private static boolean isReceiver(StackWalker.StackFrame frame, @Nullable Object[] variables) {
    return variables.length > 0 && frame.getDeclaringClass().isInstance(variables[0]);
  }

  /** Not a specification, a sentence, a query. */
  private static void addName(@Nullable Object value, List<String> texts) {
    if (value instanceof String text
        && !text.isEmpty()
        && text.length() <= LONGEST
        && text.chars().allMatch(CallArguments::isOfNames)) {
      texts.add(text);
    }
  }

  private static boolean isOfNames(int character) {
    return Character.isLetterOrDigit(character) || "_.:-/$@+".indexOf(character) >= 0;
  }

  /** The application's own: a unit of time says nothing. */
  private static void addConstant(@Nullable Object value, List<String> constants) {
    if (value instanceof Enum<?> constant
        && constant.getDeclaringClass().getClassLoader() != null) {
      constants.add(constant.name());
    }
  }
}
