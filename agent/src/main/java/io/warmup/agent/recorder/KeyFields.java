package io.warmup.agent.recorder;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * What a class's keys consist of: the fields of its objects but transient ones, which are no part
 * of what a key is. Where {@code equals} ignores a field all the same, equal keys are told apart:
 * rather too many keys are counted than too few, which would flatter.
 *
 * <p>Fields rather than accessors, since those are the application's code. Kept with the class
 * itself, so that it goes when that does.
 */
final class KeyFields {

  private static final ClassValue<KeyFields> KNOWN =
      new ClassValue<>() {
        @Override
        protected KeyFields computeValue(Class<?> type) {
          return new KeyFields(type);
        }
      };

  private final Field[] fields;
  private final long type;
  private final boolean identity;
  private final boolean readable;

  private KeyFields(Class<?> type) {
    List<Field> found = new ArrayList<>();
    boolean all = true;
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      all &= each == Record.class || add(each, found);
    }
    this.fields = found.toArray(Field[]::new);
    this.type = KeyHash.text(type.getName());
    this.identity = isComparedByIdentity(type);
    this.readable = all;
  }

  static KeyFields of(Object key) {
    return KNOWN.get(key.getClass());
  }

  /** Whether no two objects are equal. */
  boolean areNotCompared() {
    return identity;
  }

  /** Whether the key is nothing but them; else a module keeps some for itself. */
  boolean areReadable() {
    return readable;
  }

  long hash(Object key, int depth) throws IllegalAccessException {
    long hash = type;
    for (Field field : fields) {
      hash = KeyHash.mix(hash) + value(field, key, depth);
    }
    return hash;
  }

  /** Without boxing. */
  private static long value(Field field, Object key, int depth) throws IllegalAccessException {
    Class<?> kind = field.getType();
    if (!kind.isPrimitive()) {
      return KeyHash.part(field.get(key), depth);
    }
    if (kind == boolean.class) {
      return field.getBoolean(key) ? 1 : 0;
    }
    return kind == double.class || kind == float.class
        ? Double.doubleToLongBits(field.getDouble(key))
        : field.getLong(key);
  }

  private static boolean add(Class<?> type, List<Field> found) {
    try {
      for (Field field : type.getDeclaredFields()) {
        if ((field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0) {
          if (!field.trySetAccessible()) {
            return false;
          }
          found.add(field);
        }
      }
      return true;
    } catch (RuntimeException | LinkageError e) {
      return false;
    }
  }

  private static boolean isComparedByIdentity(Class<?> type) {
    try {
      return type.getMethod("equals", Object.class).getDeclaringClass() == Object.class;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return false;
    }
  }
}
