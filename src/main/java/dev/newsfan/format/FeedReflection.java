package dev.newsfan.format;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResourceBundle;
import java.util.ArrayList;
import java.util.Date;

/**
 * What the reading of RSS and Atom looks up by name, as a native executable has to be told of it.
 *
 * <p>Rome tells of its parsers itself, but not of all that it copies by reflection: the update period and the subjects that
 * many a feed has, with the lists and dates in them. The XML parser's messages are read by {@link FeedFormat}.
 */
@RegisterForReflection(
        targets = {ArrayList.class, Date.class},
        classNames = {
            "com.rometools.rome.feed.module.DCSubjectImpl",
            "com.rometools.rome.feed.module.ModuleImpl",
            "com.rometools.rome.feed.module.SyModuleImpl",
            "com.sun.org.apache.xerces.internal.jaxp.SAXParserFactoryImpl"
        })
@RegisterResourceBundle(bundleName = "com.sun.org.apache.xerces.internal.impl.msg.SAXMessages", moduleName = "java.xml")
@RegisterResourceBundle(bundleName = "com.sun.org.apache.xerces.internal.impl.msg.XMLMessages", moduleName = "java.xml")
final class FeedReflection {

    private FeedReflection() {}
}
