package dev.weighbridge.plugin;

import dev.weighbridge.formats.spi.BinaryFormat;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.spi.PluginException;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;

/** The services that class loaders find, each class of them once. */
final class FoundServices {
  private final List<Plugin> plugins = new ArrayList<>();
  private final Set<Class<?>> known = new HashSet<>();

  /** None yet; those that the library finds by itself are not among them. */
  FoundServices() {
    FormatRegistry.installed().formats().forEach(format -> known.add(format.getClass()));
    ServiceLoader.load(RuleSet.class, RuleSet.class.getClassLoader()).stream()
        .forEach(provider -> known.add(provider.type()));
  }

  /**
   * Those that a loader finds.
   *
   * @param name what the loader is called in errors
   * @return whether there was any that was not known
   */
  boolean addAll(String name, ClassLoader loader) {
    int before = plugins.size();
    try {
      ServiceLoader.load(Plugin.class, loader).stream()
          .filter(this::isNew)
          .forEach(found -> plugins.add(found.get()));
      ServiceLoader.load(BinaryFormat.class, loader).stream()
          .filter(this::isNew)
          .forEach(found -> plugins.add(of(found.get())));
      ServiceLoader.load(RuleSet.class, loader).stream()
          .filter(this::isNew)
          .forEach(found -> plugins.add(of(found.get())));
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new PluginException(name + ": expected services that load, found " + e, e);
    }
    return plugins.size() > before;
  }

  private boolean isNew(ServiceLoader.Provider<?> provider) {
    return known.add(provider.type());
  }

  private static Plugin of(BinaryFormat format) {
    return new Plugin() {
      @Override
      public List<BinaryFormat> formats() {
        return List.of(format);
      }
    };
  }

  private static Plugin of(RuleSet set) {
    return new Plugin() {
      @Override
      public List<Rule> rules() {
        return set.rules();
      }
    };
  }

  /** The plug-ins, in the order found. */
  List<Plugin> plugins() {
    return plugins;
  }
}
